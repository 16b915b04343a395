// Reads manifests as kubectl does. One line of JSON is a question, one line the answer, in order.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"k8s.io/apimachinery/pkg/util/yaml"
)

type question struct {
	Text string `json:"text"`
}

type answer struct {
	// The documents before the first one that can't be read, null left out.
	Documents []json.RawMessage `json:"documents"`
	// Why reading stopped; empty where everything was read.
	Refused string `json:"refused"`
}

// What kubectl peeks at to tell JSON from YAML.
const peeked = 4096

func read(text string) answer {
	result := answer{Documents: []json.RawMessage{}}
	decoder := yaml.NewYAMLOrJSONDecoder(strings.NewReader(text), peeked)
	for {
		var document json.RawMessage
		if err := decoder.Decode(&document); err != nil {
			if !errors.Is(err, io.EOF) {
				result.Refused = err.Error()
			}
			return result
		}
		written := bytes.TrimSpace(document)
		if len(written) == 0 || bytes.Equal(written, []byte("null")) {
			continue
		}
		// Goes over the text once more, so that every answer is one line.
		var compact bytes.Buffer
		if err := json.Compact(&compact, written); err != nil {
			result.Refused = err.Error()
			return result
		}
		result.Documents = append(result.Documents, compact.Bytes())
	}
}

func main() {
	questions := bufio.NewReaderSize(os.Stdin, 1<<20)
	answers := bufio.NewWriterSize(os.Stdout, 1<<16)
	defer answers.Flush()
	for {
		line, err := questions.ReadBytes('\n')
		if len(line) > 1 {
			var asked question
			if err := json.Unmarshal(line, &asked); err != nil {
				fmt.Fprintln(os.Stderr, "This is no question:", err)
				os.Exit(1)
			}
			written, _ := json.Marshal(read(asked.Text))
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
