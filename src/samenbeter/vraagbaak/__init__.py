"""The question desk.

Who enters: a resident with a question, an editor, an expert of a partner.
What leaves: a published question with one short answer in plain language,
and what each expert has to say about it.

Here live the desk itself (Vraagbaak), the redacted question
(VraagbaakQuestion) and the contributions (VraagbaakAnswer). What the asker
really wrote is never content.
"""
