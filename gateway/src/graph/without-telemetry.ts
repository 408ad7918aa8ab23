// Apollo's gateway reports to its makers and probes cloud metadata addresses, unless this stands before it is loaded.
process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';
