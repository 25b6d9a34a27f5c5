{{- define "yunzhen.name" -}}
{{- if contains "yunzhen" .Release.Name }}{{ .Release.Name | trunc 30 | trimSuffix "-" }}{{ else }}{{ printf "%s-yunzhen" .Release.Name | trunc 30 | trimSuffix "-" }}{{ end -}}
{{- end -}}

{{/* Labels that select the pods of one part. */}}
{{- define "yunzhen.selector" -}}
app.kubernetes.io/name: yunzhen
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .part }}
{{- end -}}

{{- define "yunzhen.labels" -}}
{{ include "yunzhen.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end -}}

{{- define "yunzhen.image" -}}
{{ .root.Values.image.registry }}{{ .image }}:{{ .root.Values.image.tag | default .root.Chart.AppVersion }}
{{- end -}}

{{- define "yunzhen.pod" -}}
automountServiceAccountToken: false
{{- with .Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
securityContext:
  runAsNonRoot: true
  runAsUser: 1000
  runAsGroup: 1000
  fsGroup: 1000
  seccompProfile: { type: RuntimeDefault }
{{- end -}}

{{- define "yunzhen.container" -}}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities: { drop: [ALL] }
{{- end -}}

{{/* Settings that an operator chose; an empty one has its default. */}}
{{- define "yunzhen.settings" -}}
{{- range $name, $value := . }}
{{- if ne (toString $value) "" }}
- { name: {{ $name }}, value: {{ toString $value | quote }} }
{{- end }}
{{- end }}
{{- end -}}

{{/* How many media nodes may exist at once. */}}
{{- define "yunzhen.nodes" -}}
{{- if .Values.media.autoscaling.enabled }}{{ .Values.media.autoscaling.maxReplicas }}{{ else }}{{ .Values.media.replicas }}{{ end -}}
{{- end -}}

{{- define "yunzhen.hops" -}}
{{- .Values.proxyHops | default (ternary 2 1 .Values.ingress.enabled) -}}
{{- end -}}

{{/* The authority of the database server's certificate. */}}
{{- define "yunzhen.databaseCaMount" -}}
{{- if .Values.secrets.databaseCa }}
- { name: database-ca, mountPath: /database-ca, readOnly: true }
{{- end }}
{{- end -}}

{{- define "yunzhen.databaseCaVolume" -}}
{{- if .Values.secrets.databaseCa }}
- { name: database-ca, secret: { secretName: {{ .Values.secrets.databaseCa }}, items: [{ key: ca.crt, path: ca.crt }] } }
{{- end }}
{{- end -}}
