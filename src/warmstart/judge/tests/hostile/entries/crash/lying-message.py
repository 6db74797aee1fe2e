# The exception's text is a str that is none when it is cut.
class Text(str):
    def __getitem__(self, part):
        return 7

    def encode(self, *a):
        return "nothing to decode"


class Odd(Exception):
    def __str__(self):
        return Text("odd")


def pair(xs, target):
    raise Odd
