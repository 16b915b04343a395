command -q kubectl; and kubectl completion fish | source
