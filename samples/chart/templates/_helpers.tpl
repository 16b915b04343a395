{{/* The labels of everything that belongs to the cart. */}}
{{- define "cart.labels" -}}
app: cart
helm.sh/chart: {{ .Chart.Name }}-{{ .Chart.Version }}
{{- end }}
