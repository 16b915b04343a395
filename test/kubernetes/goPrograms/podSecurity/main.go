// Judges pods as a cluster does: reads them as kubectl does, fills in the API's defaults, validates them as the API server does, and asks
// Pod Security admission. One line of JSON is a question, one line the answer, in order.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
)

type question struct {
	// A manifest of one object.
	Text string `json:"text"`
	// A level and a version as the labels of a namespace write them.
	Level   string `json:"level"`
	Version string `json:"version"`
	// In place of both: the labels of the namespace that the pod comes to.
	Labels map[string]string `json:"labels"`
	// The minor version of the cluster; zero for the library's own.
	Cluster int `json:"cluster"`
}

type answer struct {
	// Why the API server takes no such object; empty where it does.
	Refused string `json:"refused"`
	// What it says of the labels of the namespace.
	BadLabels string `json:"badLabels"`
	// The ids of the checks that the pod fails, or the pod that a workload makes, by what is done about it.
	Enforced []string `json:"enforced"`
	Warned   []string `json:"warned"`
	Audited  []string `json:"audited"`
}

func main() {
	questions := bufio.NewReaderSize(os.Stdin, 1<<20)
	answers := bufio.NewWriterSize(os.Stdout, 1<<16)
	defer answers.Flush()
	judges := newJudges()
	for {
		line, err := questions.ReadBytes('\n')
		if len(line) > 1 {
			var asked question
			if err := json.Unmarshal(line, &asked); err != nil {
				fmt.Fprintln(os.Stderr, "This is no question:", err)
				os.Exit(1)
			}
			written, _ := json.Marshal(judges.answer(asked))
			answers.Write(append(written, '\n'))
			if questions.Buffered() == 0 {
				answers.Flush()
			}
		}
		if err != nil {
			return
		}
	}
}
