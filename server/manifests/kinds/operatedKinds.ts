import type { CustomKinds, PodFields } from './customKinds';

/** How a KServe predictor names its container by what it serves. */
const modelServers = [
  'sklearn',
  'xgboost',
  'tensorflow',
  'pytorch',
  'triton',
  'onnx',
  'huggingface',
  'pmml',
  'lightgbm',
  'paddle',
];

/**
 * Kinds whose operators complete what their pods leave out, and kinds that hold whole objects.
 * Sources, read in November 2026:
 *
 * - Argo Workflows v1alpha1: argo-workflows.readthedocs.io/en/latest/fields; Argo Events v1alpha1: its pkg/apis;
 *   analyses and experiments of Argo Rollouts v1alpha1: argoproj.github.io/argo-rollouts/features/specification
 * - Tekton v1beta1, v1: tekton.dev/docs/pipelines/pipeline-api; triggers v1beta1: tekton.dev/docs/triggers
 * - Kubeflow training operator v1: kubeflow.org/docs/components/trainer/legacy-v1; trainer v1alpha1:
 *   github.com/kubeflow/trainer, pkg/apis/trainer/v1alpha1; notebooks v1: its components/notebook-controller/api;
 *   Katib v1beta1: its pkg/apis/controller; MPI operator v2beta1
 * - Ray v1: github.com/ray-project/kuberay, ray-operator/apis/ray/v1
 * - Spark v1beta2, v1alpha1: github.com/kubeflow/spark-operator, api
 * - KServe v1beta1, v1alpha1: github.com/kserve/kserve, pkg/apis/serving
 * - OpenKruise's SidecarSet v1alpha1, v1beta1: github.com/openkruise/kruise, apis/apps
 * - Agones v1: agones.dev/site/docs/reference
 * - Actions runner controller v1alpha1: github.com/actions/actions-runner-controller, apis
 * - Elastic Cloud on Kubernetes 3: elastic.co/docs/reference/cloud-on-k8s, API reference
 * - Strimzi v1beta2, v1: strimzi.io/docs/operators/latest/configuring, PodTemplate and ContainerTemplate
 * - Prometheus operator v1, v1alpha1: prometheus-operator.dev/docs/api-reference/api
 * - OpenTelemetry operator v1alpha1, v1beta1: github.com/open-telemetry/opentelemetry-operator, apis
 * - OpenShift template.openshift.io/v1: docs.openshift.com, Template APIs
 * - Crossplane's provider-kubernetes v1alpha1, v1alpha2: its apis/object
 */
export const operatedKinds: readonly CustomKinds[] = [
  {
    kinds: ['argoproj.io/Workflow', 'argoproj.io/WorkflowTemplate', 'argoproj.io/ClusterWorkflowTemplate'],
    podSpecs: workflow('spec'),
  },
  { kinds: ['argoproj.io/CronWorkflow'], podSpecs: workflow('spec.workflowSpec') },
  {
    kinds: ['argoproj.io/AnalysisTemplate', 'argoproj.io/ClusterAnalysisTemplate', 'argoproj.io/AnalysisRun'],
    pods: ['spec.metrics[*].provider.job.spec.template'],
  },
  { kinds: ['argoproj.io/Experiment'], pods: ['spec.templates[*].template'] },
  {
    kinds: ['argoproj.io/Sensor'],
    podSpecs: [{ at: 'spec.template', containers: ['container'] }],
    objects: [
      'spec.triggers[*].template.k8s.source.resource',
      'spec.triggers[*].template.argoWorkflow.source.resource',
    ],
  },
  {
    kinds: ['argoproj.io/EventSource', 'argoproj.io/EventBus'],
    podSpecs: [{ at: 'spec.template', containers: ['container'] }],
  },
  { kinds: ['tekton.dev/Task', 'tekton.dev/ClusterTask'], podSpecs: [task('spec')] },
  {
    kinds: ['tekton.dev/StepAction'],
    podSpecs: [{ at: 'spec', isContainer: true, podSecurityContext: 'podSecurityContext' }],
  },
  { kinds: ['tekton.dev/TaskRun'], podSpecs: [task('spec.taskSpec'), { at: 'spec.podTemplate' }] },
  { kinds: ['tekton.dev/Pipeline'], podSpecs: pipeline('spec') },
  {
    kinds: ['tekton.dev/PipelineRun'],
    podSpecs: [
      ...pipeline('spec.pipelineSpec'),
      { at: 'spec.podTemplate' },
      { at: 'spec.taskRunTemplate.podTemplate' },
      { at: 'spec.taskRunSpecs[*].podTemplate' },
      { at: 'spec.taskRunSpecs[*].taskPodTemplate' },
    ],
  },
  { kinds: ['triggers.tekton.dev/TriggerTemplate'], objects: ['spec.resourcetemplates[*]'] },
  { kinds: ['kubeflow.org/PyTorchJob'], pods: ['spec.pytorchReplicaSpecs.*.template'] },
  { kinds: ['kubeflow.org/TFJob'], pods: ['spec.tfReplicaSpecs.*.template'] },
  { kinds: ['kubeflow.org/MPIJob'], pods: ['spec.mpiReplicaSpecs.*.template'] },
  { kinds: ['kubeflow.org/XGBoostJob'], pods: ['spec.xgbReplicaSpecs.*.template'] },
  { kinds: ['kubeflow.org/PaddleJob'], pods: ['spec.paddleReplicaSpecs.*.template'] },
  { kinds: ['kubeflow.org/JAXJob'], pods: ['spec.jaxReplicaSpecs.*.template'] },
  { kinds: ['kubeflow.org/MXJob'], pods: ['spec.mxReplicaSpecs.*.template'] },
  { kinds: ['kubeflow.org/Notebook'], pods: ['spec.template'] },
  { kinds: ['kubeflow.org/Experiment'], objects: ['spec.trialTemplate.trialSpec'] },
  {
    kinds: ['trainer.kubeflow.org/TrainingRuntime', 'trainer.kubeflow.org/ClusterTrainingRuntime'],
    pods: ['spec.template.spec.replicatedJobs[*].template.spec.template'],
  },
  {
    kinds: ['trainer.kubeflow.org/TrainJob'],
    pods: [
      'spec.trainer',
      'spec.podTemplateOverrides[*]',
      'spec.runtimePatches[*].trainingRuntimeSpec.template.spec.replicatedJobs[*].template.spec.template',
    ],
  },
  { kinds: ['ray.io/RayCluster'], pods: rayCluster('spec') },
  { kinds: ['ray.io/RayJob'], pods: [...rayCluster('spec.rayClusterSpec'), 'spec.submitterPodTemplate'] },
  { kinds: ['ray.io/RayService'], pods: rayCluster('spec.rayClusterConfig') },
  {
    kinds: ['ray.io/RayCronJob'],
    pods: [...rayCluster('spec.jobTemplate.rayClusterSpec'), 'spec.jobTemplate.submitterPodTemplate'],
  },
  { kinds: ['sparkoperator.k8s.io/SparkApplication'], ...spark('spec') },
  { kinds: ['sparkoperator.k8s.io/ScheduledSparkApplication'], ...spark('spec.template') },
  { kinds: ['sparkoperator.k8s.io/SparkConnect'], pods: ['spec.server.template', 'spec.executor.template'] },
  {
    kinds: ['serving.kserve.io/InferenceService'],
    podSpecs: [
      { at: 'spec.predictor', containers: ['model', ...modelServers] },
      { at: 'spec.predictor.workerSpec' },
      { at: 'spec.transformer' },
      { at: 'spec.explainer', containers: ['art', 'alibi'] },
    ],
  },
  {
    kinds: ['serving.kserve.io/ServingRuntime', 'serving.kserve.io/ClusterServingRuntime'],
    podSpecs: [{ at: 'spec' }, { at: 'spec.workerSpec' }],
  },
  {
    kinds: ['serving.kserve.io/LLMInferenceService', 'serving.kserve.io/LLMInferenceServiceConfig'],
    podSpecs: ['spec.template', 'spec.worker', 'spec.prefill.template', 'spec.prefill.worker'].map((at) => ({ at })),
  },
  { kinds: ['serving.knative.dev/Revision'], podSpecs: [{ at: 'spec' }] },
  { kinds: ['sources.knative.dev/ContainerSource'], pods: ['spec.template'] },
  { kinds: ['apps.kruise.io/SidecarSet'], podSpecs: [{ at: 'spec' }] },
  { kinds: ['agones.dev/GameServer'], pods: ['spec.template'] },
  { kinds: ['agones.dev/Fleet', 'agones.dev/GameServerSet'], pods: ['spec.template.spec.template'] },
  {
    kinds: ['actions.github.com/AutoscalingRunnerSet'],
    pods: ['spec.template', 'spec.listenerTemplate'],
  },
  { kinds: ['actions.github.com/AutoscalingListener'], pods: ['spec.template'] },
  { kinds: ['actions.github.com/EphemeralRunnerSet'], pods: ['spec.ephemeralRunnerSpec'] },
  { kinds: ['actions.github.com/EphemeralRunner'], pods: ['spec'] },
  { kinds: ['actions.summerwind.dev/Runner'], podSpecs: [{ at: 'spec', containers: ['sidecarContainers'] }] },
  {
    kinds: ['actions.summerwind.dev/RunnerDeployment', 'actions.summerwind.dev/RunnerReplicaSet'],
    podSpecs: [{ at: 'spec.template.spec', containers: ['sidecarContainers'] }],
  },
  { kinds: ['actions.summerwind.dev/RunnerSet'], pods: ['spec.template'] },
  { kinds: ['elasticsearch.k8s.elastic.co/Elasticsearch'], pods: ['spec.nodeSets[*].podTemplate'] },
  {
    kinds: [
      'apm.k8s.elastic.co/ApmServer',
      'enterprisesearch.k8s.elastic.co/EnterpriseSearch',
      'kibana.k8s.elastic.co/Kibana',
      'logstash.k8s.elastic.co/Logstash',
      'maps.k8s.elastic.co/ElasticMapsServer',
    ],
    pods: ['spec.podTemplate'],
  },
  {
    kinds: ['agent.k8s.elastic.co/Agent', 'beat.k8s.elastic.co/Beat'],
    pods: ['spec.daemonSet.podTemplate', 'spec.deployment.podTemplate', 'spec.statefulSet.podTemplate'],
  },
  {
    kinds: ['kafka.strimzi.io/Kafka'],
    ...strimzi('spec.*.template', [
      'kafkaContainer',
      'zookeeperContainer',
      'initContainer',
      'topicOperatorContainer',
      'userOperatorContainer',
      'tlsSidecarContainer',
      'cruiseControlContainer',
      'container',
    ]),
  },
  { kinds: ['kafka.strimzi.io/KafkaNodePool'], ...strimzi('spec.template', ['kafkaContainer', 'initContainer']) },
  {
    kinds: ['kafka.strimzi.io/KafkaConnect', 'kafka.strimzi.io/KafkaMirrorMaker2'],
    ...strimzi('spec.template', ['connectContainer', 'initContainer', 'buildContainer']),
  },
  { kinds: ['kafka.strimzi.io/KafkaBridge'], ...strimzi('spec.template', ['bridgeContainer', 'initContainer']) },
  {
    kinds: [
      'monitoring.coreos.com/Alertmanager',
      'monitoring.coreos.com/Prometheus',
      'monitoring.coreos.com/PrometheusAgent',
      'monitoring.coreos.com/ThanosRuler',
    ],
    podSpecs: [{ at: 'spec' }],
  },
  {
    kinds: [
      'opentelemetry.io/OpenTelemetryCollector',
      'opentelemetry.io/OpAMPBridge',
      'opentelemetry.io/TargetAllocator',
    ],
    podSpecs: [collector('spec')],
  },
  { kinds: ['template.openshift.io/Template', '/Template'], objects: ['objects[*]'] },
  {
    kinds: ['kubernetes.crossplane.io/Object', 'kubernetes.m.crossplane.io/Object'],
    objects: ['spec.forProvider.manifest'],
  },
];

/** A template of a workflow has one of several sorts of containers, and sidecars; the workflow has the pod's settings for all. */
function workflow(spec: string): PodFields[] {
  const containers = ['container', 'script', 'sidecars', 'containerSet.containers'];
  return [{ at: spec }, { at: `${spec}.templates[*]`, containers }, { at: `${spec}.templateDefaults`, containers }];
}

function task(at: string): PodFields {
  return { at, containers: ['steps', 'sidecars', 'stepTemplate'] };
}

function pipeline(spec: string): PodFields[] {
  return [task(`${spec}.tasks[*].taskSpec`), task(`${spec}.finally[*].taskSpec`)];
}

function rayCluster(spec: string): string[] {
  return [`${spec}.headGroupSpec.template`, `${spec}.workerGroupSpecs[*].template`, `${spec}.autoscalerOptions`];
}

function spark(spec: string): Pick<CustomKinds, 'pods' | 'podSpecs'> {
  const roles = [`${spec}.driver`, `${spec}.executor`];
  return {
    pods: roles.map((role) => `${role}.template`),
    podSpecs: [
      { at: spec },
      ...roles.map((at) => ({
        at,
        isContainer: true,
        containers: ['sidecars'],
        podSecurityContext: 'podSecurityContext',
      })),
    ],
  };
}

function strimzi(template: string, containers: readonly string[]): Pick<CustomKinds, 'pods' | 'podSpecs'> {
  return {
    pods: containers.map((container) => `${template}.${container}`),
    podSpecs: [{ at: `${template}.pod` }, { at: `${template}.buildPod` }],
  };
}

function collector(at: string): PodFields {
  return { at, isContainer: true, containers: ['additionalContainers'], podSecurityContext: 'podSecurityContext' };
}
