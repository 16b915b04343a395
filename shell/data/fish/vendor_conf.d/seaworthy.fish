# Read before the user's own configuration, which may define k and ks anew.
function k --wraps kubectl --description 'kubectl'
    kubectl $argv
end
function ks --wraps kubectl --description 'kubectl in kube-system'
    kubectl -n kube-system $argv
end

# Programs that are started from here look for their data where they always did.
if set -q SEAWORTHY_XDG_DATA_DIRS
    set -gx XDG_DATA_DIRS $SEAWORTHY_XDG_DATA_DIRS
else
    set -e XDG_DATA_DIRS
end
set -e SEAWORTHY_XDG_DATA_DIRS
