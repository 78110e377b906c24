@echo off
rem Runs zhibu; compiles it first when a source is newer than the last compilation. Usage: zhibu --help
setlocal
for /f "tokens=2 delims=:" %%c in ('chcp') do set "PAGE=%%c"
chcp 65001 >nul
set "HOME_DIR=%~dp0"
set "TARGET_DIR=%HOME_DIR%target"

set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
if not "%JAVA%"=="java" goto stale
set "JAVA_HOME="
where java >nul 2>&1
if errorlevel 1 goto no_java

:stale
rem A short process: compiling with C1 alone costs less than C2 gains; all cores collect, in a young generation of a fixed size.
set "FLAGS=-XX:+UseParallelGC -Xmn100m -XX:-UsePerfData -XX:TieredStopAtLevel=1 -Xshare:auto -Xlog:disable -Xlog:all=error:stderr"
set "STALE="
set "TERMINAL="
if not exist "%TARGET_DIR%\zhibu.jar" set "STALE=1"
rem PowerShell reads the folder from the environment: no character in it can end a quotation.
for /f %%i in ('powershell -NoProfile -Command "$stamp = $env:TARGET_DIR + '\launcher.stamp'; if (-not (Test-Path -LiteralPath $stamp)) { 'stale' } else { $made = (Get-Item -LiteralPath $stamp).LastWriteTime; if (Get-ChildItem -LiteralPath ($env:HOME_DIR + 'pom.xml'), ($env:HOME_DIR + 'generator\src\main') -Recurse | Where-Object { $_.LastWriteTime -gt $made } | Select-Object -First 1) { 'stale' } }; if ([Console]::IsErrorRedirected -eq $false) { 'terminal' }"') do (
  if "%%i"=="stale" set "STALE=1"
  if "%%i"=="terminal" set "TERMINAL=-Dzhibu.terminal=true"
)
if not defined STALE goto run

set "VERSION=0"
rem Without call, cmd would take the first quotation mark away.
for /f "tokens=3" %%v in ('call "%JAVA%" -version 2^>^&1 ^| findstr /c:" version "') do set "VERSION=%%~v"
for /f "delims=.-" %%v in ("%VERSION%") do set "MAJOR=%%v"
if %MAJOR% LSS 17 goto old_java
where mvn >nul 2>&1
if errorlevel 1 goto no_maven
echo 正在编译…… 1>&2
if not exist "%TARGET_DIR%" mkdir "%TARGET_DIR%"
call mvn -q -B -f "%HOME_DIR%pom.xml" -DskipTests -Dcyclonedx.skip=true package >"%TARGET_DIR%\compile.log" 2>&1
if errorlevel 1 goto failed
rem Classes mapped from an archive load in a third of the time; a build works without it too.
if exist "%TARGET_DIR%\zhibu.jsa" del /q "%TARGET_DIR%\zhibu.jsa"
rem The dot keeps the backslash at the end of the folder from escaping the quotation mark.
"%JAVA%" "-XX:ArchiveClassesAtExit=%TARGET_DIR%\zhibu.jsa" %FLAGS% -jar "%TARGET_DIR%\zhibu.jar" build --site "%HOME_DIR%." --out "%TARGET_DIR%\warm-up" >nul 2>&1
if exist "%TARGET_DIR%\warm-up" rmdir /s /q "%TARGET_DIR%\warm-up"
type nul >"%TARGET_DIR%\launcher.stamp"

:run
set "ARCHIVE="
if exist "%TARGET_DIR%\zhibu.jsa" set ARCHIVE="-XX:SharedArchiveFile=%TARGET_DIR%\zhibu.jsa"
"%JAVA%" %FLAGS% %ZHIBU_JAVA_OPTS% %TERMINAL% %ARCHIVE% -jar "%TARGET_DIR%\zhibu.jar" %*
set "CODE=%ERRORLEVEL%"
goto end

:no_java
echo 找不到 Java。请安装 JDK 17 或更高版本，或设 JAVA_HOME。 1>&2
goto fault

:old_java
echo Java 版本是 %VERSION%，需要 17 或更高。请安装新的 JDK，或用 JAVA_HOME 指向它。 1>&2
goto fault

:no_maven
echo 找不到 Maven，无法编译。请安装 Maven 并加入 PATH。 1>&2
goto fault

:failed
echo 编译失败： 1>&2
type "%TARGET_DIR%\compile.log" 1>&2

:fault
set "CODE=3"

:end
chcp %PAGE% >nul
exit /b %CODE%
