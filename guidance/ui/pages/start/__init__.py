"""The first screen: three doors and *just exploring*, and work to carry on with."""
