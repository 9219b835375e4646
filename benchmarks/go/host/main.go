// A host of hashicorp/go-plugin that calls one plugin for as long as it is told.
//
// Usage: host REQUEST COMMAND [ARGUMENT...], with the MessageWillBePostedRequest to send as base64 and
// the command that starts the plugin. It prints "ready" and the plugin's process number. It answers each
// line "run IN_FLIGHT MILLISECONDS" with p50 and p99 in microseconds and the calls per second, and ends when
// its input does. Without arguments it prints the versions of what it is made of.
package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/base64"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/hashicorp/go-hclog"
	"github.com/hashicorp/go-plugin"
	"google.golang.org/protobuf/proto"

	"krait/benchmarks/peer"
	"krait/pluginapi"
)

// As long as Krait gives a plugin for this hook, so that there is a deadline for each call here as well.
const deadline = 30 * time.Second

func main() {
	if len(os.Args) == 1 {
		fmt.Println(versions())
		return
	}
	said := &bytes.Buffer{}
	if err := serve(os.Args[1], os.Args[2:], said); err != nil {
		fmt.Fprintf(os.Stderr, "host: %v\n%s", err, said)
		os.Exit(1)
	}
}

func versions() string {
	build, _ := debug.ReadBuildInfo()
	found := []string{"Go " + strings.TrimPrefix(build.GoVersion, "go")}
	for _, module := range build.Deps {
		switch module.Path {
		case "github.com/hashicorp/go-plugin", "google.golang.org/grpc", "google.golang.org/protobuf":
			found = append(found, module.Path+" "+module.Version)
		}
	}
	return strings.Join(found, ", ")
}

// serve does what it is told, and keeps what the plugin writes to standard error.
func serve(encoded string, command []string, said io.Writer) error {
	decoded, err := base64.StdEncoding.DecodeString(encoded)
	if err != nil {
		return err
	}
	request := &pluginapi.MessageWillBePostedRequest{}
	if err := proto.Unmarshal(decoded, request); err != nil {
		return err
	}
	process := exec.Command(command[0], command[1:]...)
	client := plugin.NewClient(&plugin.ClientConfig{
		HandshakeConfig:  peer.Handshake,
		Plugins:          plugin.PluginSet{peer.Name: peer.Hooks{}},
		Cmd:              process,
		Stderr:           said,
		AllowedProtocols: []plugin.Protocol{plugin.ProtocolGRPC},
		Logger:           hclog.New(&hclog.LoggerOptions{Level: hclog.Warn, Output: os.Stderr}),
	})
	defer client.Kill()
	protocol, err := client.Client()
	if err != nil {
		return err
	}
	dispensed, err := protocol.Dispense(peer.Name)
	if err != nil {
		return err
	}
	hooks := dispensed.(pluginapi.PluginHooksClient)
	implemented, err := hooks.Implemented(context.Background(), &pluginapi.ImplementedRequest{})
	if err != nil {
		return err
	}
	if !slices.Contains(implemented.GetHooks(), "MessageWillBePosted") {
		return fmt.Errorf("the plugin handles %v", implemented.GetHooks())
	}
	fmt.Println("ready", process.Process.Pid)
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		var inFlight, milliseconds int
		if _, err := fmt.Sscanf(lines.Text(), "run %d %d", &inFlight, &milliseconds); err != nil {
			return fmt.Errorf("%q: %w", lines.Text(), err)
		}
		if err := run(hooks, request, inFlight, time.Duration(milliseconds)*time.Millisecond); err != nil {
			return err
		}
	}
	return lines.Err()
}

// run keeps calls in flight: when one has ended the next one is made.
func run(
	hooks pluginapi.PluginHooksClient, request *pluginapi.MessageWillBePostedRequest,
	inFlight int, duration time.Duration,
) error {
	times := make([][]time.Duration, inFlight)
	failures := make([]error, inFlight)
	var callers sync.WaitGroup
	begin := time.Now()
	end := begin.Add(duration)
	for caller := range inFlight {
		callers.Add(1)
		go func() {
			defer callers.Done()
			for start := time.Now(); start.Before(end); {
				if failures[caller] = call(hooks, request); failures[caller] != nil {
					return
				}
				now := time.Now()
				times[caller] = append(times[caller], now.Sub(start))
				start = now
			}
		}()
	}
	callers.Wait()
	taken := time.Since(begin)
	for _, failure := range failures {
		if failure != nil {
			return failure
		}
	}
	all := slices.Concat(times...)
	slices.Sort(all)
	quantile := func(part float64) float64 {
		at := min(len(all)-1, int(part*float64(len(all))))
		return float64(all[at].Nanoseconds()) / 1e3
	}
	fmt.Println(quantile(0.5), quantile(0.99), float64(len(all))/taken.Seconds())
	return nil
}

func call(
	hooks pluginapi.PluginHooksClient, request *pluginapi.MessageWillBePostedRequest,
) error {
	bounded, cancel := context.WithTimeout(context.Background(), deadline)
	defer cancel()
	answer, err := hooks.MessageWillBePosted(bounded, request)
	if err == nil && len(answer.GetModifiedPost().GetMessage()) != len(request.GetPost().GetMessage())+6 {
		err = fmt.Errorf("the plugin answers %v", answer)
	}
	return err
}
