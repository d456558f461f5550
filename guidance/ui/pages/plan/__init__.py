"""The plan page: goals, actions and dates, edited in place."""
