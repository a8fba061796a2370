// check: start-timeout
import express from "express";
while (express) {
  JSON.stringify({});
}
