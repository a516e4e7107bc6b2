#!/bin/sh
# For any other build server: the findings in the log, reports beside it, and an exit code that says what happened.
#
# Jenkins reads the reports with 'recordIssues tool: checkStyle(pattern: "manifestlint-checkstyle.xml")' and
# 'junit "manifestlint-junit.xml"', Azure Pipelines and TeamCity read the JUnit report, reviewdog the rdjson one.
code=0
manifestlint --report junit=manifestlint-junit.xml --report checkstyle=manifestlint-checkstyle.xml \
  --report rdjson=manifestlint-rdjson.json || code=$?
case $code in
0) echo "no errors in the manifests" ;;
1) echo "the manifests have errors" ;;
*) echo "not everything could be checked; what could is above" ;;
esac
exit "$code"
