/** The places of a request in which programs look for the access token, other than "Authorization: Bearer …". */

import { get } from "../../src/check/requests.ts";
import type { Request } from "../../src/check/transcript.ts";

interface PlaceOfToken {
  name: string;
  words: string;
  send(token: string): Request;
}

function byHeader(header: string, before = ""): PlaceOfToken {
  return {
    name: `${header}-${before.trim().toLowerCase()}`,
    words: before === "" ? `the whole of the header ${header}` : `"${before}…" in the header ${header}`,
    send: (token) => get("/me", { [header]: `${before}${token}` }),
  };
}

export const ME_PLACES: readonly PlaceOfToken[] = [
  byHeader("authorization"),
  {
    ...byHeader("authorization", "Bearer"),
    name: "no-space",
    words: '"Bearer" and the token, without the space between them',
  },
  ...["JWT ", "Token ", "Basic "].map((before) => byHeader("authorization", before)),
  ...[
    "x-access-token",
    "x-auth-token",
    "access-token",
    "accesstoken",
    "auth-token",
    "x-token",
    "token",
    "jwt",
    "bearer",
  ].map((header) => byHeader(header)),
  ...["x-access-token", "x-auth-token", "token"].map((header) => byHeader(header, "Bearer ")),
  ...["accessToken", "access_token", "token"].map((key) => ({
    name: `query-${key}`,
    words: `req.query.${key}`,
    send: (token: string) => get(`/me?${key}=${encodeURIComponent(token)}`),
  })),
  ...["accessToken", "access_token", "token", "jwt"].map((key) => ({
    name: `cookie-${key}`,
    words: `the cookie ${key}`,
    send: (token: string) => get("/me", { cookie: `${key}=${token}` }),
  })),
];
