@echo off
rem Runs zhibu; compiles it first when the sources are others than those compiled last; a release is run as it is. Usage: zhibu --help
setlocal
rem Some languages end the line with a full stop.
for /f "tokens=2 delims=:." %%c in ('chcp') do set "PAGE=%%c"
chcp 65001 >nul
set "HOME_DIR=%~dp0"
set "TARGET_DIR=%HOME_DIR%target"
set "RELEASED="
if exist "%HOME_DIR%zhibu.jar" set "RELEASED=1"
if defined RELEASED set "TARGET_DIR=%HOME_DIR%cache"
set "JAR=%TARGET_DIR%\zhibu.jar"
if defined RELEASED set "JAR=%HOME_DIR%zhibu.jar"

rem cmd looks along PATH itself: where.exe says in Wine that it found what isn't there.
set "JAVA="
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
if defined JAVA goto stale
set "JAVA_HOME="
for %%p in (java.exe) do set "JAVA=%%~$PATH:p"
if not defined JAVA goto no_java

:stale
rem A short process: compiling with C1 alone costs less than C2 gains; all cores collect, in a young generation of a fixed size.
set "FLAGS=-XX:+UseParallelGC -Xmn100m -XX:-UsePerfData -XX:TieredStopAtLevel=1 -Xshare:auto -Xlog:disable -Xlog:all=error:stderr"
set "STALE="
set "TERMINAL="
if defined RELEASED goto released
if not exist "%TARGET_DIR%\zhibu.jar" set "STALE=1"
rem PowerShell reads the folder from the environment: no character in it can end a quotation. What a fresh checkout has the same, unlike
rem times: names and contents of the sources.
set "SOURCES="
for /f "tokens=1,2" %%i in ('powershell -NoProfile -Command "$sha = [Security.Cryptography.SHA256]::Create(); $all = foreach ($file in Get-ChildItem -LiteralPath ($env:HOME_DIR + 'pom.xml'), ($env:HOME_DIR + 'generator\src\main') -Recurse -File | Sort-Object FullName) { $file.FullName.Substring($env:HOME_DIR.Length); [BitConverter]::ToString($sha.ComputeHash([IO.File]::ReadAllBytes($file.FullName))) }; 'sources ' + [BitConverter]::ToString($sha.ComputeHash([Text.Encoding]::UTF8.GetBytes($all -join '/'))); if ([Console]::IsErrorRedirected -eq $false) { 'terminal' }"') do (
  if "%%i"=="sources" set "SOURCES=%%j"
  if "%%i"=="terminal" set "TERMINAL=-Dzhibu.terminal=true"
)
set "COMPILED="
if exist "%TARGET_DIR%\launcher.stamp" set /p COMPILED=<"%TARGET_DIR%\launcher.stamp"
if defined SOURCES if not "%COMPILED%"=="%SOURCES%" set "STALE=1"
if not defined STALE goto run
goto version

:released
rem A message that goes to a terminal is one that nobody redirected: without PowerShell it can't be told, and no progress is drawn.
:version
set "VERSION=0"
rem Without call, cmd would take the first quotation mark away.
for /f "tokens=3" %%v in ('call "%JAVA%" -version 2^>^&1 ^| findstr /c:" version "') do set "VERSION=%%~v"
for /f "delims=.-" %%v in ("%VERSION%") do set "MAJOR=%%v"
if %MAJOR% LSS 17 goto old_java
if defined RELEASED goto run
rem A folder on PATH may hold a java.exe that starts the one of a JDK elsewhere.
set "JAVAC="
if not defined JAVA_HOME for %%p in (javac.exe) do set "JAVAC=%%~$PATH:p"
if exist "%JAVA:~0,-8%javac.exe" set "JAVAC=%JAVA:~0,-8%javac.exe"
if not defined JAVAC goto no_javac
set "MVN="
for %%p in (mvn.cmd mvn.bat mvn.exe) do if not defined MVN set "MVN=%%~$PATH:p"
if not defined MVN goto no_maven
if not exist "%TARGET_DIR%" mkdir "%TARGET_DIR%" 2>nul
rem A redirection that fails leaves no file and no error code that cmd would tell: the old one goes first.
del /q "%TARGET_DIR%\compile.log" 2>nul
if exist "%TARGET_DIR%\compile.log" goto not_ours
type nul 2>nul >"%TARGET_DIR%\compile.log"
if not exist "%TARGET_DIR%\compile.log" goto not_ours
echo 正在编译……第一次要下载约 300 MB 的库和插件，要几分钟。 1>&2
call "%MVN%" -q -B -f "%HOME_DIR%pom.xml" -DskipTests -Dcyclonedx.skip=true package >"%TARGET_DIR%\compile.log" 2>&1
if errorlevel 1 goto failed
rem Classes mapped from an archive load in a third of the time; a build works without it too.
if exist "%TARGET_DIR%\zhibu.jsa" del /q "%TARGET_DIR%\zhibu.jsa"
rem The dot keeps the backslash at the end of the folder from escaping the quotation mark.
"%JAVA%" "-XX:ArchiveClassesAtExit=%TARGET_DIR%\zhibu.jsa" %FLAGS% -jar "%TARGET_DIR%\zhibu.jar" build --site "%HOME_DIR%." --out "%TARGET_DIR%\warm-up" >nul 2>&1
if exist "%TARGET_DIR%\warm-up" rmdir /s /q "%TARGET_DIR%\warm-up"
>"%TARGET_DIR%\launcher.stamp" echo %SOURCES%

:run
set "ARCHIVE="
if exist "%TARGET_DIR%\zhibu.jsa" set ARCHIVE="-XX:SharedArchiveFile=%TARGET_DIR%\zhibu.jsa"
"%JAVA%" %FLAGS% %ZHIBU_JAVA_OPTS% %TERMINAL% %ARCHIVE% -jar "%JAR%" %*
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

:no_javac
echo 这里只有运行用的 Java（JRE），没有编译用的 javac。请安装 JDK 17 或更高版本，或用 JAVA_HOME 指向它。 1>&2
goto fault

:not_ours
echo 源码变了，要重新编译，可是 %USERNAME% 不能写 "%TARGET_DIR%"。请让装它的人执行一次 zhibu --help，或把整个文件夹拷到自己名下再用。 1>&2
goto fault

:failed
findstr /c:"Could not transfer" /c:"UnknownHost" /c:"Unknown host" /c:"could not be resolved" /c:"Non-resolvable" /c:"Could not resolve" /c:"offline mode" "%TARGET_DIR%\compile.log" >nul
if not errorlevel 1 (
  echo 编译要用的库和插件下载不了：连不上 Maven 仓库。请接上网络再来；只有内网的，在 .m2\settings.xml 里写内网的镜像（mirror），或从编译过的机器拷来 .m2\repository。 1>&2
  goto fault
)
echo 编译失败： 1>&2
type "%TARGET_DIR%\compile.log" 1>&2

:fault
set "CODE=3"

:end
chcp %PAGE% >nul
exit /b %CODE%
