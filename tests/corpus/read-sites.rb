# frozen_string_literal: true
# Reads sites with the real Jekyll, one after the other in one process, as starting it takes a second.
# usage: ruby read-sites.rb ORACLE_LIB; a folder per line goes in, its answer comes out as a line of JSON.
require ARGV.fetch(0)

answers = $stdout.dup
$stdout.reopen($stderr)
$stdin.each_line(chomp: true) do |folder|
  answer = begin
    Oracle.read_site(folder)
  rescue Exception => e # Jekyll also ends with SystemExit
    { "failure" => "#{e.class}: #{e.message}" }
  end
  answers.puts JSON.generate(answer)
  answers.flush
end
