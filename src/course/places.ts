/** The places of a request in which programs look for the refresh token, other than refreshToken in the body. */

import type { Request } from "../check/transcript.ts";

interface PlaceOfToken {
  name: string;
  words: string;
  send(path: string, token: string): Request;
}

function byKey(key: string): PlaceOfToken {
  return {
    name: `body-${key}`,
    words: `req.body.${key}`,
    send: (path, token) => ({
      method: "POST",
      path,
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ [key]: token }),
    }),
  };
}

function byHeader(header: string, value: (token: string) => string): PlaceOfToken {
  return {
    name: `header-${header}-${value("").trim().toLowerCase()}`,
    words: `the header ${header}`,
    send: (path, token) => ({
      method: "POST",
      path,
      headers: { "content-type": "application/json", [header]: value(token) },
      body: "{}",
    }),
  };
}

export const PLACES: readonly PlaceOfToken[] = [
  ...["token", "refresh_token", "refreshtoken", "RefreshToken", "refresh", "accessToken"].map(byKey),
  ...["refreshToken", "token"].map((key) => ({
    name: `query-${key}`,
    words: `req.query.${key}`,
    send: (path: string, token: string) => ({
      method: "POST",
      path: `${path}?${key}=${token}`,
      headers: { "content-type": "application/json" },
      body: "{}",
    }),
  })),
  byHeader("authorization", (token) => `Bearer ${token}`),
  byHeader("authorization", (token) => token),
  byHeader("refreshtoken", (token) => token),
  byHeader("refresh-token", (token) => token),
  byHeader("x-refresh-token", (token) => token),
  byHeader("cookie", (token) => `refreshToken=${token}`),
];
