"""The interview, one thing at a time: a page that shows whatever step the flow is at.

``editors`` holds a widget for each kind of answer, ``page`` the page, ``panel`` the live matches
beside it, ``typed`` reads months, dates and numbers as people write them.
"""
