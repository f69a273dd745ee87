"""Examples of what an officer can do with files."""

from io import BytesIO

from action_examples import example
from action_examples.parts import a_case
from techmgr.documents.actions import AttachFile, DetachFile, attach_file, detach_file


def a_file(office) -> AttachFile:
    return AttachFile(a_case(office), BytesIO(b"drawings"), "drawings.pdf")


@example(attach_file)
def _(office):
    return a_file(office)


@example(detach_file)
def _(office):
    return DetachFile(office.act(attach_file, a_file(office)).result)
