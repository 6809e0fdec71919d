"""The receipt: by its code, or with an account, the asker sees how it goes, answers, says whether it helped, and erases."""
