import express from "express";

// Step 1: create the app with express().
// POST /login answers with JSON:
// accessToken "access123", refreshToken "refresh123".
