# Sets bench_classpath: the built classes, the tests' and what they need.
classpath_file=target/bench-classpath.txt
[[ -d target/test-classes/app ]] || bash .mvn/commands/mvn.sh -q -B test-compile -Dvaadin.skip
[[ -s "$classpath_file" && "$classpath_file" -nt pom.xml ]] ||
    bash .mvn/commands/mvn.sh -q -B dependency:build-classpath -Dmdep.outputFile="$classpath_file" -Dmdep.includeScope=test
bench_classpath="target/test-classes:target/classes:$(cat "$classpath_file")"
