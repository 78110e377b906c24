@echo off
rem Runs zhibu; compiles it first when there is no jar yet. Usage: zhibu --help
setlocal
chcp 65001 >nul
set "HOME_DIR=%~dp0"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
  echo 找不到 Java。请安装 JDK 17 或更高版本，或设 JAVA_HOME。 1>&2
  exit /b 3
)
set "STALE="
if not exist "%HOME_DIR%target\zhibu.jar" set "STALE=1"
if not defined STALE (
  for /f %%i in ('powershell -NoProfile -Command "$jar=(Get-Item -LiteralPath '%HOME_DIR%target\zhibu.jar').LastWriteTime; if (Get-ChildItem -LiteralPath '%HOME_DIR%pom.xml','%HOME_DIR%generator\src\main' -Recurse -File | Where-Object { $_.LastWriteTime -gt $jar } | Select-Object -First 1) { 'yes' }"') do set "STALE=1"
)
if defined STALE (
  where mvn >nul 2>&1
  if errorlevel 1 (
    echo 找不到 Maven，无法编译。请安装 Maven 并加入 PATH。 1>&2
    exit /b 3
  )
  echo 正在编译…… 1>&2
  call mvn -q -B -f "%HOME_DIR%pom.xml" -DskipTests -Dcyclonedx.skip=true package 1>&2
  if errorlevel 1 exit /b 3
)
"%JAVA%" -XX:+UseParallelGC -Xmn100m -XX:-UsePerfData -XX:TieredStopAtLevel=1 %ZHIBU_JAVA_OPTS% -jar "%HOME_DIR%target\zhibu.jar" %*
exit /b %ERRORLEVEL%
