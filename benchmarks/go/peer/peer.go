// Package peer is what a host and a plugin of hashicorp/go-plugin share.
package peer

import (
	"context"

	"github.com/hashicorp/go-plugin"
	"google.golang.org/grpc"

	"krait/pluginapi"
)

// Name is what the plugin is called in the set of plugins.
const Name = "hooks"

// Handshake is that of the contract.
var Handshake = plugin.HandshakeConfig{
	ProtocolVersion:  1,
	MagicCookieKey:   "MATTERMOST_PLUGIN",
	MagicCookieValue: "Securely message teams, anywhere.",
}

// Hooks is the contract's service of hooks, as go-plugin wants it. A host leaves the implementation out.
type Hooks struct {
	plugin.NetRPCUnsupportedPlugin
	Implementation pluginapi.PluginHooksServer
}

// GRPCServer is called in the plugin.
func (hooks Hooks) GRPCServer(_ *plugin.GRPCBroker, server *grpc.Server) error {
	pluginapi.RegisterPluginHooksServer(server, hooks.Implementation)
	return nil
}

// GRPCClient is called in the host.
func (Hooks) GRPCClient(
	_ context.Context, _ *plugin.GRPCBroker, connection *grpc.ClientConn,
) (any, error) {
	return pluginapi.NewPluginHooksClient(connection), nil
}
