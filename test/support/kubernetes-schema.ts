import { validate as deployment } from 'kubernetes-models/_schemas/IoK8sApiAppsV1Deployment';
import { validate as statefulSet } from 'kubernetes-models/_schemas/IoK8sApiAppsV1StatefulSet';
import { validate as autoscaler } from 'kubernetes-models/_schemas/IoK8sApiAutoscalingV2HorizontalPodAutoscaler';
import { validate as job } from 'kubernetes-models/_schemas/IoK8sApiBatchV1Job';
import { validate as configMap } from 'kubernetes-models/_schemas/IoK8sApiCoreV1ConfigMap';
import { validate as secret } from 'kubernetes-models/_schemas/IoK8sApiCoreV1Secret';
import { validate as service } from 'kubernetes-models/_schemas/IoK8sApiCoreV1Service';
import { validate as ingress } from 'kubernetes-models/_schemas/IoK8sApiNetworkingV1Ingress';
import { validate as budget } from 'kubernetes-models/_schemas/IoK8sApiPolicyV1PodDisruptionBudget';
import type { Manifest } from './helm.ts';

/** A validator that was compiled from Kubernetes’ OpenAPI description. */
interface Validator {
  (data: unknown): boolean;
  errors?: readonly { instancePath: string; keyword: string; params: object }[] | null;
}

const validators: Readonly<Record<string, unknown>> = {
  'apps/v1 Deployment': deployment,
  'apps/v1 StatefulSet': statefulSet,
  'autoscaling/v2 HorizontalPodAutoscaler': autoscaler,
  'batch/v1 Job': job,
  'networking.k8s.io/v1 Ingress': ingress,
  'policy/v1 PodDisruptionBudget': budget,
  'v1 ConfigMap': configMap,
  'v1 Secret': secret,
  'v1 Service': service,
};

/** Returns what Kubernetes’ own schema rejects in the object, and members that it does not know. */
export function objectionsTo(manifest: Manifest): string[] {
  const validate = validators[`${manifest.apiVersion} ${manifest.kind}`] as Validator | undefined;
  if (!validate) return [`${manifest.apiVersion} ${manifest.kind} is not known`];
  const unread: (() => string[])[] = [];
  if (!validate(watched(manifest, manifest.kind, unread)))
    return (validate.errors ?? []).map(
      ({ instancePath, keyword, params }) => `${instancePath}: ${keyword} ${JSON.stringify(params)}`,
    );
  return unread.flatMap((list) => list());
}

/** The schemas allow unknown members, but never look at them: what was not read is unknown. */
function watched(value: unknown, path: string, unread: (() => string[])[]): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const read = new Set<string>();
  const members = Object.entries(value).map(([name, member]): [string, unknown] => [
    name,
    watched(member, `${path}.${name}`, unread),
  ]);
  unread.push(() => Object.keys(value).flatMap((name) => (read.has(name) ? [] : [`${path}.${name} is unknown`])));
  const target = Array.isArray(value) ? members.map(([, member]) => member) : Object.fromEntries(members);
  return new Proxy(target, {
    get: (object, name, receiver) => {
      read.add(String(name));
      return Reflect.get(object, name, receiver) as unknown;
    },
  });
}
