/** The part of undici that reads Set-Cookie. undici's public getSetCookies would load all of fetch. */
declare module "undici/lib/web/cookies/parse.js" {
  export function parseSetCookie(line: string): {
    name: string;
    value: string;
    expires?: Date;
    /** In seconds. */
    maxAge?: number;
    domain?: string;
    path?: string;
    secure?: boolean;
    httpOnly?: boolean;
    sameSite?: "Strict" | "Lax" | "None";
  } | null;
}

/** Only undici's client. */
declare module "undici/lib/dispatcher/client.js" {
  export { Client as default } from "undici";
}

/** Only undici's WebSocket. */
declare module "undici/lib/web/websocket/websocket.js" {
  export { WebSocket } from "undici";
}
