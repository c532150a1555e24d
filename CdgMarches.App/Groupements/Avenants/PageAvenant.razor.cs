using CdgMarches.App.Courriels;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.App.Socle.Conflits;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Groupements.Avenants;

/// <summary>Un avenant : ce qui change, qui l'a approuvé, quand il prend effet.</summary>
public sealed partial class PageAvenant(
    LireAvenants lire,
    ConduireAvenant conduire,
    RepondreAUnAvenant repondre,
    HorlogeLegale horloge
) : PageDeGroupement
{
    private static readonly IReadOnlyList<Option<string>> Sens =
    [
        .. Enum.GetValues<SensDApprobation>().Select(s => new Option<string>(s.ToString(), s.Libelle())),
    ];

    private FicheDAvenant? _avenant;
    private Liste<LigneDApprobation>? _liste;
    private EnvoiDeMasse? _confirmation;
    private EnvoiDeMasse? _revision;
    private Confirmation? _refus;
    private Confirmation? _effet;
    private Confirmation? _confirmationDuConstat;
    private LigneDApprobation? _aConstater;
    private string? _constat;
    private LigneDApprobation? _reponse;
    private LigneDApprobation? _aJoindre;
    private SaisieDActe _acte = new();
    private string? _empreinte;
    private TexteSaisi _texte = new();
    private TexteSaisi _texteLu = new();
    private Conflit<TexteSaisi>? _conflit;
    private DateOnly? _signeLe;

    /// <summary>Une réponse s'écrit à l'histoire de l'avenant sans en changer la version : elle se relit après chaque geste.</summary>
    private int _gestes;

    [Parameter]
    public Guid AvenantId { get; set; }

    private AvenantDeConvention A => _avenant!.Avenant;

    private bool Modifiable => Fiche is { PeutGerer: true, Etat: not EtatDuGroupement.Clos };

    protected override Task ApresLectureAsync() => RelireAsync();

    private async Task RelireAsync()
    {
        await RelireLaFicheAsync();
        Reprendre();
    }

    private void Reprendre() =>
        (_texte, _texteLu, _conflit) = (TexteSaisi.De(_avenant?.Avenant), TexteSaisi.De(_avenant?.Avenant), null);

    private async Task RelireLaFicheAsync() =>
        _avenant = Fiche is null
            ? null
            : await lire.FicheAsync(await ActeurCourant.LireAsync(), Groupement, new AvenantDeConventionId(AvenantId));

    private async Task<PageDe<LigneDApprobation>> ChargerAsync(Demande demande) =>
        await lire.ApprobationsAsync(await ActeurCourant.LireAsync(), new AvenantDeConventionId(AvenantId), demande);

    private void Editer(LigneDApprobation ligne) =>
        (_reponse, _acte, _empreinte, _constat) = (
            ligne,
            SaisieDActe.De(ligne.Deliberation),
            ligne.Empreinte ?? A.Empreinte,
            ligne.Constat
        );

    private Task OuvrirLeConstatAsync(LigneDApprobation ligne)
    {
        (_aConstater, _constat) = (ligne, null);
        return _confirmationDuConstat!.OuvrirAsync();
    }

    private Task<bool> ConstaterAsync() =>
        FaireAsync(
            acteur => repondre.ConstaterAsync(acteur, _aConstater!.Id, _aConstater.Version, _constat),
            $"L'approbation {GrammaireDuNom.De(_aConstater!.Membre)} est constatée : elle compte."
        );

    private async Task JoindreAsync(FichierRecu fichier)
    {
        if (
            await FaireAsync(
                async acteur =>
                {
                    await using var contenu = File.OpenRead(fichier.Chemin);
                    await repondre.JoindreAsync(acteur, _aJoindre!.Id, _aJoindre.Version, contenu, fichier.Nom);
                },
                $"« {fichier.Nom} » est joint à la réponse {GrammaireDuNom.De(_aJoindre!.Membre)}."
            )
        )
        {
            _aJoindre = null;
        }
    }

    private Task<bool> SoumettreAsync() =>
        FaireAsync(
            acteur => conduire.SoumettreAsync(acteur, A.Id, A.Version),
            "L'avenant est soumis : chaque membre est prévenu."
        );

    /// <summary>Un texte déjà soumis part de nouveau à tous ceux qui ont été consultés : le courriel se relit d'abord.</summary>
    private Task DemanderLaRevisionAsync() => A.Etat is EtatDAvenant.Soumis ? _revision!.OuvrirAsync() : ReviserAsync();

    private Task ReviserAsync(Acteur acteur) => conduire.ReviserAsync(acteur, A.Id, A.Version, _texte.Texte ?? "");

    private async Task ReviserAsync()
    {
        _conflit = await EnregistrerAsync(
            ReviserAsync,
            A.Etat is EtatDAvenant.Soumis
                ? "Le texte proposé est enregistré : les membres déjà consultés le reçoivent."
                : "Le texte proposé est enregistré.",
            new Comparaison<TexteSaisi>(
                _texte,
                _texteLu,
                async () =>
                {
                    await RelireLaFicheAsync();
                    return _avenant is null ? null : TexteSaisi.De(A);
                },
                TexteSaisi.Champs,
                nameof(AvenantDeConvention),
                AvenantId
            )
        );
        if (Retour is { Reussi: true })
        {
            await RelireAsync();
            await RechargerLesReponsesAsync();
        }
    }

    private Task GarderAsync(Conflit<TexteSaisi> conflit)
    {
        (_texte, _texteLu) = (conflit.Mienne, conflit.Sienne);
        return DemanderLaRevisionAsync();
    }

    /// <summary>Ce que le constat change, selon ce que l'avenant porte ; aucun geste ne le défait.</summary>
    private string CeQueFaitLEffet =>
        string.Join(
            " ",
            $"L'avenant, signé le {Formats.DateCourte(_signeLe)}, entre en vigueur le {Formats.DateCourte(_avenant!.EffetReporte(_signeLe) ?? _signeLe)}.",
            A.Genre switch
            {
                GenreDAvenant.Modification => "Ses stipulations s'imposent à chaque membre.",
                GenreDAvenant.Adhesion =>
                    $"L'adhésion {GrammaireDuNom.De(_avenant.Collectivite!)} peut alors prendre effet, dans son dossier.",
                GenreDAvenant.Coordonnateur => $"{_avenant.Collectivite} devient aussitôt coordonnateur.",
                GenreDAvenant.Dissolution => "La dissolution du groupement peut alors s'ouvrir.",
            },
            "Cela ne s'annule pas : seul un autre avenant le modifierait."
        );

    private async Task PrendreEffetAsync()
    {
        if (await FaireAsync(acteur => conduire.PrendreEffetAsync(acteur, A.Id, A.Version, _signeLe), ""))
        {
            var effet =
                A.EffetLe > horloge.Aujourdhui
                    ? $"L'effet est constaté : l'avenant entre en vigueur le {Formats.DateLongue(A.EffetLe.Value)}."
                    : "L'avenant est en vigueur.";
            Retour = Retour.Ok(
                $"{effet} Ajoutez le texte signé aux documents opposables de la convention : qui entre le reçoit."
            );
        }
    }

    private Task ApprouverAsync() =>
        RepondreAsync(_empreinte ?? "", $"L'approbation {GrammaireDuNom.De(_reponse!.Membre)} est enregistrée.");

    private Task RefuserAsync() =>
        RepondreAsync(
            null,
            $"Le refus {GrammaireDuNom.De(_reponse!.Membre)} est enregistré : l'avenant est rejeté, tous en sont informés."
        );

    private async Task RepondreAsync(string? empreinte, string succes)
    {
        var repondue = _reponse!;
        if (
            await FaireAsync(
                acteur => repondre.ExecuterAsync(acteur, repondue.Id, repondue.Version, empreinte, _acte.Lire(), _constat),
                succes
            )
            // The agent may have opened the next member's answer while the list was read again: that one stays.
            && ReferenceEquals(_reponse, repondue)
        )
        {
            _reponse = null;
        }
    }

    private async Task<bool> FaireAsync(Func<Acteur, Task> action, string succes)
    {
        var fait = await AgirAsync(action, succes);
        if (fait)
        {
            _gestes++;
            await RelireLaFicheAsync();
            await RechargerLesReponsesAsync();
        }

        return fait;
    }

    private Task RechargerLesReponsesAsync() => _liste is null ? Task.CompletedTask : _liste.RechargerAsync();

    private static string Dire(LigneDApprobation ligne) =>
        ligne is { EstPartie: false } ? "Sorti du groupement : réponse plus attendue"
        : ligne is { AConstater: true } ? "Délibération antérieure au texte soumis : à constater, ne compte pas"
        : ligne is { Sens: SensDApprobation.Approuve, Compte: false } ? "Approuve un autre texte : ne compte pas"
        : ligne.Sens.Libelle();

    private static Ton TonDe(LigneDApprobation ligne) => !ligne.EstPartie ? Ton.Neutre : TonDeLaReponse(ligne);

    private static Ton TonDeLaReponse(LigneDApprobation ligne) =>
        (ligne.Sens, ligne.Compte) switch
        {
            (SensDApprobation.Attendu, _) => Ton.Info,
            (SensDApprobation.Approuve, true) => Ton.Positif,
            (SensDApprobation.Approuve, false) => Ton.Attention,
            (SensDApprobation.Refuse, _) => Ton.Alerte,
        };

    /// <summary>Le texte proposé, tel qu'on le révise.</summary>
    internal sealed class TexteSaisi
    {
        public string? Texte { get; set; }

        public static IReadOnlyList<ChampCompare<TexteSaisi>> Champs { get; } =
        [new("Stipulations proposées", s => s.Texte, (moi, lui) => moi.Texte = lui.Texte)];

        public static TexteSaisi De(AvenantDeConvention? avenant) => new() { Texte = avenant?.TexteNouveau };
    }
}
