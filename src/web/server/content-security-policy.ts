/**
 * What a page may load: our own files, and scripts that carry this answer's nonce. Style attributes
 * and eval are refused, so components set styles by class; the map draws in a worker of our own.
 */
export function contentSecurityPolicy(nonce: string, paymentOrigins: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    // Browsers hold a form's redirects to this too, and paying and being paid begin with a form.
    `form-action 'self' ${paymentOrigins}`,
    "frame-ancestors 'none'",
  ].join('; ');
}
