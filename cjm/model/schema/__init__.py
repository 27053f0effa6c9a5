"""JSON Schemas (draft 7) made from the models, for editors that complete and check as one types.

A schema and the models give the same verdict on the same YAML, save where JSON Schema has no words:

- what is wrong with the text as such: syntax, a key that stands twice, one language that stands
  twice under two spellings (`zh-hant` and `zh_Hant`); a scale with an empty end;
- what lies outside the value: ids that are taken, references, files, the workspace's languages
  beyond ISO 639-1, the kind `time` of a metric;
- days that no calendar has (editors check them by `format: date`);
- two numbers against each other: a scale's low end lies below its high end;
- spelling: an unquoted `1.0`, `+5` or `1e3` is a number to a schema, so it cannot tell that `+5` is
  no id; and `.nan` lies in every range;
- rare symbols: an id's letters are told by what they are not, see `patterns.NOT_IN_IDS`; letters
  that have capitals in one script only (`ſ` for `s`) are not folded.
"""

from cjm.model.schema.files import FILES, FileKind, schema_texts
from cjm.model.schema.objects import schema_for

__all__ = ["FILES", "FileKind", "schema_for", "schema_texts"]
