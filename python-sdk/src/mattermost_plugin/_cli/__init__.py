"""The command `mattermost-plugin`: what authors of plugins do, from a first file to a server."""
