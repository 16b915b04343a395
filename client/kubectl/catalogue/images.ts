/**
 * The images that the helpers, the settings' defaults, the cheat-sheet and the snippets name, and nothing else names a version.
 * Source: their repositories on Docker Hub. Versions are those that were the newest known in November 2026; written with their registry, since
 * containerd's `ctr`, Podman and CRI-O need not add it.
 *
 * A page of the cheat-sheet writes `<busyboxImage>` in a block of code.
 */
export const images = {
  busyboxImage: 'docker.io/library/busybox:1.37.0',
  curlImage: 'docker.io/curlimages/curl:8.17.0',
  amicontainedImage: 'docker.io/jess/amicontained:v0.4.9',
  nginxImage: 'docker.io/library/nginx:1.29.3',
  httpEchoImage: 'docker.io/hashicorp/http-echo:1.0.0',
  netshootImage: 'docker.io/nicolaka/netshoot:v0.14',
} as const;
