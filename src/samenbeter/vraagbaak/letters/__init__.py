"""The mails of the question desk, and the job that reminds."""
