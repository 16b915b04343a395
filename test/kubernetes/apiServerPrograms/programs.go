//go:build tools

// Package programs names the programs of a real API server, so that go.mod pins them.
package programs

import (
	_ "go.etcd.io/etcd/server/v3"
	_ "k8s.io/kubernetes/cmd/kube-apiserver"
)
