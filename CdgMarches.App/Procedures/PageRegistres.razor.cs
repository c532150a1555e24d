using System.Globalization;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.App.Socle.Import;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;

namespace CdgMarches.App.Procedures;

/// <summary>Les registres d'une procédure : dépôts, candidatures, questions, retraits, déports.</summary>
public sealed partial class PageRegistres(
    LireRegistre lireRegistre,
    TenirRegistre tenir,
    ImporterPlis importer,
    ImporterRetraits importerRetraits,
    ImporterQuestions importerQuestions
)
{
    private readonly HashSet<int> _aCompleter = [];
    private RegistreLu? _lu;
    private ApercuDImport? _apercu;
    private ApercuDImport? _apercuDesRetraits;
    private ApercuDImport? _apercuDesQuestions;
    private DateOnly? _retraitLe;
    private string? _retraitHeure = "10:00";
    private string? _motif;
    private DateOnly? _complementsAvant;
    private string? _entreprise;
    private string? _siret;
    private DateOnly? _depose;
    private string? _heure = "10:00";
    private string? _lots;
    private string? _question;
    private DateOnly? _questionLe;
    private int? _aRepondre;
    private string? _reponse;
    private DateOnly? _reponduLe;
    private string? _motifReponse;
    private string? _retrait;
    private string? _courriel;
    private string? _personne;
    private int? _lotDuDeport;
    private string? _interet;

    private IReadOnlyList<Option<int?>> Lots =>
        [
            .. Conduite!
                .Procedure.Lots.OrderBy(l => l.Numero)
                .Select(l => new Option<int?>(l.Numero, $"Lot {l.Numero} — {l.Intitule}")),
        ];

    private IReadOnlyList<int> Numeros => [.. Conduite!.Procedure.Lots.Select(l => l.Numero).Order()];

    private IReadOnlyList<Option<int?>> SansReponse =>
        [
            .. _lu!
                .Registre.Questions.Where(q => q.ReponduLe is null)
                .Select(q => new Option<int?>(q.Numero, $"{q.Numero}. {q.Texte}")),
        ];

    protected override async Task ApresLectureAsync()
    {
        await base.ApresLectureAsync();
        var jour = Horloge.Aujourdhui;
        (_depose, _questionLe, _reponduLe, _retraitLe) = (jour, jour, jour, jour);
        _complementsAvant = jour.AddDays(8);
        _lots ??= Conduite is null ? null : string.Join(";", Numeros);
        await RelireLeRegistreAsync();
    }

    private async Task RelireLeRegistreAsync()
    {
        _lu = await lireRegistre.ExecuterAsync(await ActeurCourant.LireAsync(), Procedure);
        _aRepondre = _lu?.Registre.Questions.FirstOrDefault(q => q.ReponduLe is null)?.Numero;
    }

    private async Task<bool> EcrireAsync(string formulaire, EcritureAuRegistre ecriture, string succes)
    {
        var reussi = await FaireAsync(
            formulaire,
            acteur => tenir.ExecuterAsync(acteur, Procedure, _lu!.Version, [ecriture]),
            succes
        );
        await RelireLeRegistreAsync();
        return reussi;
    }

    private void Cocher(int pli, bool coche)
    {
        if (coche)
        {
            _aCompleter.Add(pli);
        }
        else
        {
            _aCompleter.Remove(pli);
        }
    }

    private Task<bool> ExaminerAsync(int pli, bool admise) =>
        EcrireAsync(
            "examen",
            new EcritureAuRegistre.Examine(pli, admise, admise ? null : _motif),
            admise ? "La candidature est admise." : "La candidature est éliminée, avec son motif."
        );

    private Task<bool> DemanderAsync() =>
        EcrireAsync(
            "complements",
            new EcritureAuRegistre.DemandeDesComplements(
                [.. _aCompleter],
                Horloge.Aujourdhui,
                _complementsAvant ?? Horloge.Aujourdhui
            ),
            "La demande est notée, avec le même délai pour tous."
        );

    private async Task DeposerAsync()
    {
        var heure = TimeOnly.MinValue;
        if (_depose is not { } jour || !Saisie.TryHeure(_heure ?? "", out heure, out _))
        {
            Retour = Retour.Refus("Indiquez le jour et l'heure du dépôt (10:00). Rien n'a été inscrit.");
            return;
        }

        if (
            await EcrireAsync(
                "pli",
                new EcritureAuRegistre.Depose(new DepotDePli(_entreprise, _siret, jour.ToDateTime(heure), LotsTapes())),
                "Le pli est inscrit au registre."
            )
        )
        {
            (_entreprise, _siret) = (null, null);
        }
    }

    private IReadOnlyList<int> LotsTapes() =>
        [
            .. (_lots ?? "")
                .Split([';', ',', ' '], StringSplitOptions.RemoveEmptyEntries)
                .Select(t => int.TryParse(t, CultureInfo.InvariantCulture, out var n) ? n : 0)
                .Where(n => Numeros.Contains(n)),
        ];

    private async Task QuestionnerAsync()
    {
        if (
            await EcrireAsync(
                "question",
                new EcritureAuRegistre.Questionne(_question, _questionLe ?? Horloge.Aujourdhui),
                "La question est notée."
            )
        )
        {
            _question = null;
        }
    }

    private async Task RepondreAsync()
    {
        if (
            _aRepondre is { } question
            && await EcrireAsync(
                "reponse",
                new EcritureAuRegistre.Repond(question, _reponse, _reponduLe ?? Horloge.Aujourdhui, _motifReponse),
                "La réponse est notée."
            )
        )
        {
            (_reponse, _motifReponse) = (null, null);
        }
    }

    private async Task RetirerAsync()
    {
        var heure = TimeOnly.MinValue;
        if (_retraitLe is not { } jour || !Saisie.TryHeure(_retraitHeure ?? "", out heure, out _))
        {
            Retour = Retour.Refus("Indiquez le jour et l'heure du retrait (10:00). Rien n'a été inscrit.");
            return;
        }

        if (
            await EcrireAsync(
                "retrait",
                new EcritureAuRegistre.Retire(_retrait, _courriel, jour.ToDateTime(heure)),
                "Le retrait est noté."
            )
        )
        {
            (_retrait, _courriel) = (null, null);
        }
    }

    private async Task DeporterAsync()
    {
        if (
            await EcrireAsync(
                "deport",
                new EcritureAuRegistre.SeDeporte(_personne, _lotDuDeport, _interet, Horloge.Aujourdhui),
                "Le déport est noté : cette personne n'accède plus aux offres."
            )
        )
        {
            (_personne, _interet) = (null, null);
        }
    }

    private Task LireFichierAsync(FichierRecu fichier) =>
        ApercevoirAsync(
            fichier,
            async (acteur, contenu) => _apercu = await importer.PreparerAsync(acteur, Procedure, contenu, fichier.Nom, Numeros)
        );

    private Task LireLesRetraitsAsync(FichierRecu fichier) =>
        ApercevoirAsync(
            fichier,
            async (acteur, contenu) =>
                _apercuDesRetraits = await importerRetraits.PreparerAsync(acteur, Procedure, contenu, fichier.Nom)
        );

    private Task LireLesQuestionsAsync(FichierRecu fichier) =>
        ApercevoirAsync(
            fichier,
            async (acteur, contenu) =>
                _apercuDesQuestions = await importerQuestions.PreparerAsync(acteur, Procedure, contenu, fichier.Nom)
        );

    private async Task ApercevoirAsync(FichierRecu fichier, Func<Acteur, Stream, Task> lire)
    {
        Retour = await Operation.ExecuterAsync(async () =>
        {
            try
            {
                await using var contenu = File.OpenRead(fichier.Chemin);
                await lire(await ActeurCourant.LireAsync(), contenu);
            }
            catch (FichierRefuseException refus)
            {
                throw new RefusException(refus.Message);
            }

            return "Le fichier est lu : rien n'est encore inscrit.";
        });
    }

    private async Task ImporterAsync()
    {
        await ImporterAsync(
            acteur => importer.AppliquerAsync(acteur, Procedure, _lu!.Version, _apercu!, Numeros),
            "Les plis du fichier sont inscrits au registre."
        );
        _apercu = null;
    }

    private async Task ImporterLesRetraitsAsync()
    {
        await ImporterAsync(
            acteur => importerRetraits.AppliquerAsync(acteur, Procedure, _lu!.Version, _apercuDesRetraits!),
            "Les retraits du fichier sont inscrits au registre."
        );
        _apercuDesRetraits = null;
    }

    private async Task ImporterLesQuestionsAsync()
    {
        await ImporterAsync(
            acteur => importerQuestions.AppliquerAsync(acteur, Procedure, _lu!.Version, _apercuDesQuestions!),
            "Les questions et réponses du fichier sont inscrites au registre."
        );
        _apercuDesQuestions = null;
    }

    private async Task ImporterAsync(Func<Acteur, Task> appliquer, string succes)
    {
        await FaireAsync("import", appliquer, succes);
        await RelireLeRegistreAsync();
    }
}
