"""What is all JSON that we write made of? Its fields are described where they are declared."""

from pydantic import BaseModel, ConfigDict


class Document(BaseModel):
    """The docstring of a field is its description in OpenAPI."""

    model_config = ConfigDict(use_attribute_docstrings=True)
