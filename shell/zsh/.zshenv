# The user's own files first, as if zsh had been told of their folder all along.
ZDOTDIR=${SEAWORTHY_USER_ZDOTDIR:-$HOME}
[[ -f $ZDOTDIR/.zshenv ]] && . "$ZDOTDIR/.zshenv"
SEAWORTHY_USER_ZDOTDIR=$ZDOTDIR
ZDOTDIR=$SEAWORTHY_ZDOTDIR
