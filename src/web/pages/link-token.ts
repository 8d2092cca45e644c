/** The secret that a mailed link carries; empty when the link is cut off. */
export const tokenOf = (request: Request): string =>
  new URL(request.url).searchParams.get('token')?.slice(0, 200) ?? '';
