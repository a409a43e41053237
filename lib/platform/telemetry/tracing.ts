import type { IncomingMessage, ServerResponse } from 'node:http'

/** Serves a request inside a span. */
export type Trace = (
  request: IncomingMessage,
  response: ServerResponse,
  routeOf: (url: string) => string,
  serve: () => void,
) => void

/** Serves without tracing: no collector is set, no span is created, and no library was loaded. */
const silent: Trace = (_request, _response, _routeOf, serve) => serve()

/**
 * Sends traces to the collector of OTEL_EXPORTER_OTLP_ENDPOINT (OpenTelemetry's own variable), if it is set. There is
 * one span per request, named by its route's pattern; Next adds its own. `stop` flushes the spans and ends tracing.
 */
export async function startTracing(): Promise<{ trace: Trace; stop: () => Promise<void> }> {
  if (!process.env.OTEL_EXPORTER_OTLP_ENDPOINT) return { trace: silent, stop: async () => undefined }
  const [{ context, propagation, SpanKind, SpanStatusCode, trace }, { OTLPTraceExporter }, sdk, resources] =
    await Promise.all([
      import('@opentelemetry/api'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/sdk-trace-node'),
      import('@opentelemetry/resources'),
    ])
  const provider = new sdk.NodeTracerProvider({
    resource: resources.resourceFromAttributes({ 'service.name': process.env.OTEL_SERVICE_NAME || 'avis' }),
    spanProcessors: [new sdk.BatchSpanProcessor(new OTLPTraceExporter())],
  })
  provider.register()
  const tracer = trace.getTracer('avis')
  return {
    stop: () => provider.shutdown(),
    trace: (request, response, routeOf, serve) => {
      const { method = '', url = '' } = request
      const route = routeOf(url)
      const parent = propagation.extract(context.active(), request.headers)
      const attributes = { 'http.request.method': method, 'http.route': route }
      const span = tracer.startSpan(`${method} ${route}`, { kind: SpanKind.SERVER, attributes }, parent)
      response.once('close', () => {
        span.setAttribute('http.response.status_code', response.statusCode)
        if (response.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR })
        span.end()
      })
      context.with(trace.setSpan(parent, span), serve)
    },
  }
}
