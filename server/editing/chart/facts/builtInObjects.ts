// Source: Helm 4.1.4, pkg/chart/common and pkg/engine, and its documentation of built-in objects.

/** A name below one of the objects that helm gives to templates. */
export interface ObjectFact {
  readonly what: string;
  /** As `(path string)`, for what is called. */
  readonly parameters?: string;
  readonly result: string;
}

function fact(what: string, result = 'string', parameters?: string): ObjectFact {
  return parameters === undefined ? { what, result } : { what, result, parameters };
}

/** What there is beside `.Values`, by its path. */
export const builtInObjects: ReadonlyMap<string, ObjectFact> = new Map([
  ['Values', fact('The values of the chart: its `values.yaml`, and what is laid over that.', 'map')],
  ['Release', fact('The release that is installed or upgraded.', 'map')],
  ['Release.Name', fact('The name of the release.')],
  ['Release.Namespace', fact('The namespace of the release.')],
  ['Release.IsUpgrade', fact('Whether this is an upgrade or a rollback.', 'bool')],
  ['Release.IsInstall', fact('Whether this is an installation.', 'bool')],
  ['Release.Revision', fact('How often the release was installed, upgraded or rolled back; 1 at first.', 'int')],
  ['Release.Service', fact('Who renders: always `Helm`.')],
  ['Chart', fact('What `Chart.yaml` says.', 'map')],
  ['Chart.Name', fact('The name of the chart.')],
  ['Chart.Version', fact('The version of the chart.')],
  ['Chart.AppVersion', fact('The version of what the chart installs.')],
  ['Chart.Description', fact('What the chart is, in a sentence.')],
  ['Chart.APIVersion', fact('The version of the format of `Chart.yaml`: `v1` or `v2`.')],
  ['Chart.Type', fact('`application` or `library`.')],
  ['Chart.KubeVersion', fact('The versions of Kubernetes that the chart is for.')],
  ['Chart.Home', fact('The home page.')],
  ['Chart.Icon', fact('The address of a picture.')],
  ['Chart.Keywords', fact('Words by which the chart is found.', 'list')],
  ['Chart.Sources', fact('Where the source is.', 'list')],
  ['Chart.Maintainers', fact('Who keeps the chart.', 'list')],
  ['Chart.Annotations', fact('Words for other tools.', 'map')],
  ['Chart.Dependencies', fact('The charts that the chart wants in it.', 'list')],
  ['Chart.Deprecated', fact('Whether the chart should no longer be used.', 'bool')],
  ['Chart.Condition', fact('The value that switches the chart on and off.')],
  ['Chart.Tags', fact('The tags that switch the chart on and off.')],
  ['Chart.IsRoot', fact('Whether this chart is the one that is installed, and no subchart.', 'bool')],
  ['Capabilities', fact('What the cluster can do.', 'map')],
  ['Capabilities.APIVersions', fact('The versions of APIs that the cluster serves.', 'list')],
  [
    'Capabilities.APIVersions.Has',
    fact('Whether the cluster serves an API such as `batch/v1` or `apps/v1/Deployment`.', 'bool', 'version string'),
  ],
  ['Capabilities.KubeVersion', fact('The version of Kubernetes.')],
  ['Capabilities.KubeVersion.Version', fact('The version of Kubernetes, as `v1.35.0`.')],
  ['Capabilities.KubeVersion.Major', fact('The first number of Kubernetes’ version.')],
  ['Capabilities.KubeVersion.Minor', fact('The second number of Kubernetes’ version.')],
  ['Capabilities.KubeVersion.GitVersion', fact('The version of Kubernetes, as `v1.35.0`.')],
  ['Capabilities.HelmVersion', fact('The version of Helm.', 'map')],
  ['Capabilities.HelmVersion.Version', fact('The version of Helm, as `v4.1.4`.')],
  ['Files', fact('The files of the chart that are neither templates nor values.', 'map')],
  ['Files.Get', fact('What a file says; nothing for one that isn’t there.', 'string', 'path string')],
  ['Files.GetBytes', fact('The bytes of a file.', 'list', 'path string')],
  ['Files.Glob', fact('The files whose paths fit a pattern such as `config/*.conf`.', 'map', 'pattern string')],
  ['Files.Lines', fact('The lines of a file, for `range`.', 'list', 'path string')],
  ['Files.AsConfig', fact('Files as the `data` of a ConfigMap.', 'string', '')],
  ['Files.AsSecrets', fact('Files as the `data` of a Secret, encoded with Base64.', 'string', '')],
  ['Template', fact('The template file that is being rendered.', 'map')],
  ['Template.Name', fact('The path of the template file, from the chart’s name on.')],
  ['Template.BasePath', fact('The path of the folder `templates`, from the chart’s name on.')],
  ['Subcharts', fact('What the charts in this one are given, by their names.', 'map')],
]);
