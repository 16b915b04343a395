# From here on the user's folder is zsh's own, and VS Code's shell integration goes on with it.
ZDOTDIR=$SEAWORTHY_USER_ZDOTDIR
[[ -n $USER_ZDOTDIR ]] && USER_ZDOTDIR=$ZDOTDIR
HISTFILE=$ZDOTDIR/.zsh_history
[[ -f $ZDOTDIR/.zshrc ]] && . "$ZDOTDIR/.zshrc"

# What the user calls k or ks stays theirs.
(( $+commands[k] + $+functions[k] + $+aliases[k] )) || alias k=kubectl
(( $+commands[ks] + $+functions[ks] + $+aliases[ks] )) || alias ks='kubectl -n kube-system'
if (( $+commands[kubectl] )); then
  (( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i }
  (( $+_comps[kubectl] )) || source <(kubectl completion zsh)
fi
unset SEAWORTHY_ZDOTDIR SEAWORTHY_USER_ZDOTDIR
