// Renders charts as `helm template` does, with helm's own library. One line of JSON is a question, one line the answer, in order.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"strings"

	"helm.sh/helm/v4/pkg/action"
	"helm.sh/helm/v4/pkg/chart"
	"helm.sh/helm/v4/pkg/chart/common"
	"helm.sh/helm/v4/pkg/chart/loader/archive"
	chartv2 "helm.sh/helm/v4/pkg/chart/v2"
	"helm.sh/helm/v4/pkg/chart/v2/loader"
	release "helm.sh/helm/v4/pkg/release/v1"
	"helm.sh/helm/v4/pkg/strvals"
)

type question struct {
	// The folder of a chart; or its files by their paths.
	Folder string            `json:"folder"`
	Files  map[string][]byte `json:"files"`
	// Values files, and what --set says.
	Values    [][]byte `json:"values"`
	Set       []string `json:"set"`
	Release   string   `json:"release"`
	Namespace string   `json:"namespace"`
}

type answer struct {
	// What helm prints.
	Printed []byte `json:"printed"`
	// Why it doesn't; empty where it does.
	Refused string `json:"refused"`
}

var byteOrderMark = []byte{0xEF, 0xBB, 0xBF}

func load(asked question) (*chartv2.Chart, error) {
	if asked.Folder != "" {
		return loader.Load(asked.Folder)
	}
	files := []*archive.BufferedFile{}
	for path, content := range asked.Files {
		files = append(files, &archive.BufferedFile{Name: path, Data: bytes.TrimPrefix(content, byteOrderMark)})
	}
	return loader.LoadFiles(files)
}

func values(asked question) (map[string]any, error) {
	merged := map[string]any{}
	for _, text := range asked.Values {
		read, err := loader.LoadValues(bytes.NewReader(text))
		if err != nil {
			return nil, fmt.Errorf("failed to parse values: %w", err)
		}
		merged = loader.MergeMaps(merged, read)
	}
	for _, set := range asked.Set {
		if err := strvals.ParseInto(set, merged); err != nil {
			return nil, fmt.Errorf("failed parsing --set data: %w", err)
		}
	}
	return merged, nil
}

func printed(asked question) (text []byte, err error) {
	defer func() {
		if caught := recover(); caught != nil {
			err = fmt.Errorf("panic: %v", caught)
		}
	}()
	given, err := values(asked)
	if err != nil {
		return nil, err
	}
	loaded, err := load(asked)
	if err != nil {
		return nil, err
	}
	seen, err := chart.NewAccessor(loaded)
	if err != nil {
		return nil, err
	}
	if kind := loaded.Metadata.Type; kind != "" && kind != "application" {
		return nil, fmt.Errorf("%s charts are not installable", kind)
	}
	if required := seen.MetaDependencies(); len(required) > 0 {
		if err := action.CheckDependencies(loaded, required); err != nil {
			return nil, fmt.Errorf("an error occurred while checking for chart dependencies: %w", err)
		}
	}
	install := action.NewInstall(action.NewConfiguration())
	install.DryRunStrategy = action.DryRunClient
	install.ReleaseName = asked.Release
	install.Namespace = asked.Namespace
	install.Replace = true
	made, err := install.Run(loaded, given)
	if err != nil {
		return nil, err
	}
	written, ok := made.(*release.Release)
	if !ok {
		return nil, errors.New("a release of another kind")
	}
	var all bytes.Buffer
	fmt.Fprintln(&all, strings.TrimSpace(written.Manifest))
	for _, hook := range written.Hooks {
		fmt.Fprintf(&all, "---\n# Source: %s\n%s\n", hook.Path, hook.Manifest)
	}
	return all.Bytes(), nil
}

func main() {
	// What the released program says of itself.
	said := &common.DefaultCapabilities.HelmVersion
	said.Version = "v4.1.4"
	said.GitCommit = "05fa37973dc9e42b76e1d2883494c87174b6074f"
	said.GitTreeState = "clean"
	said.GoVersion = "go1.25.9"
	slog.SetDefault(slog.New(slog.NewTextHandler(io.Discard, nil)))
	questions := bufio.NewReaderSize(os.Stdin, 1<<20)
	answers := bufio.NewWriterSize(os.Stdout, 1<<16)
	defer answers.Flush()
	for {
		line, err := questions.ReadBytes('\n')
		if len(bytes.TrimSpace(line)) > 0 {
			var asked question
			var result answer
			if err := json.Unmarshal(line, &asked); err != nil {
				result.Refused = "question: " + err.Error()
			} else if text, err := printed(asked); err != nil {
				result.Refused = err.Error()
			} else {
				result.Printed = text
			}
			encoded, err := json.Marshal(result)
			if err != nil {
				panic(err)
			}
			answers.Write(append(encoded, '\n'))
			if questions.Buffered() == 0 {
				answers.Flush()
			}
		}
		if err != nil {
			return
		}
	}
}
