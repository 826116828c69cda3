#!/usr/bin/env node
const { main } = require('../../dist/cli/index.js');

void main();
