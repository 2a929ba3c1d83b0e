"""Two demo cases with a believable story. Pictures and bench are filled the same way."""
