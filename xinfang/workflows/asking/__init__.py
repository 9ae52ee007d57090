"""Questions of every day: what is to do, due, overdue, unanswered; lists and single petitions."""
