"""Text from untrusted code on a page: the judge's rule, with pictures for controls."""

from functools import partial

from warmstart.judge.printable import printable as by_rule

printable = partial(by_rule, pictures=True)
