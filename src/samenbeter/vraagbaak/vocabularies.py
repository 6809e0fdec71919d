"""The words of the question desk."""

from samenbeter.shared.terms import TermVocabulary


answer_types = TermVocabulary("samenbeter.answer_types", "samenbeter.vraagbaak.answer_types")
