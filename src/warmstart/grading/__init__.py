"""Free text against a rubric: which points are said, in which words, and how sure that is."""
