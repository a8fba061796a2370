declare module "undici/lib/dispatcher/client.js" {
  import { Client } from "undici";

  const client: typeof Client;
  export default client;
}
