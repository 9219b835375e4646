// A plugin of hashicorp/go-plugin that does what benchmarks/python/measured_plugin does.
package main

import (
	"context"

	"github.com/hashicorp/go-plugin"

	"krait/benchmarks/peer"
	"krait/pluginapi"
)

type hooks struct {
	pluginapi.UnimplementedPluginHooksServer
}

func (hooks) Implemented(
	context.Context, *pluginapi.ImplementedRequest,
) (*pluginapi.ImplementedResponse, error) {
	return &pluginapi.ImplementedResponse{Hooks: []string{"MessageWillBePosted"}}, nil
}

func (hooks) MessageWillBePosted(
	_ context.Context, request *pluginapi.MessageWillBePostedRequest,
) (*pluginapi.MessageWillBePostedResponse, error) {
	post := request.GetPost()
	post.Message = "seen: " + post.GetMessage()
	return &pluginapi.MessageWillBePostedResponse{ModifiedPost: post}, nil
}

func main() {
	plugin.Serve(&plugin.ServeConfig{
		HandshakeConfig: peer.Handshake,
		Plugins:         plugin.PluginSet{peer.Name: peer.Hooks{Implementation: hooks{}}},
		GRPCServer:      plugin.DefaultGRPCServer,
	})
}
