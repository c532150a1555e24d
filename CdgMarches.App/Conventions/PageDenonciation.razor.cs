using CdgMarches.App.Collectivites;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Conventions;

/// <summary>La dénonciation d'une convention, la lettre aux archives, la restitution et les mises en demeure.</summary>
public sealed partial class PageDenonciation(JoindreLeRecu joindre, LireDettes lireDettes, HorlogeLegale horloge)
    : PageDeConvention
{
    private const string RestitutionOuverte = "La restitution des documents est ouverte.";

    private static readonly IReadOnlyList<Option<AuteurDeDenonciation>> Auteurs =
    [
        .. Enum.GetValues<AuteurDeDenonciation>().Select(a => new Option<AuteurDeDenonciation>(a, a.Libelle())),
    ];

    private static readonly IReadOnlyList<Option<IssueDuRecommande>> Issues =
    [
        .. Enum.GetValues<IssueDuRecommande>().Select(i => new Option<IssueDuRecommande>(i, i.Libelle())),
    ];

    private IReadOnlyList<DetteDeLaConvention> _dettes = [];
    private Confirmation? _avis;
    private Confirmation? _archives;
    private Confirmation? _retrait;
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];
    private AuteurDeDenonciation _auteur;
    private int? _mise;
    private DateOnly? _envoyeeLe = horloge.Aujourdhui;
    private string? _numero;
    private DateOnly? _annonce;
    private string? _motif;
    private Avis _sur;
    private int _rang;
    private IssueDuRecommande _issue;
    private DateOnly? _presenteeLe;
    private DateOnly? _remiseLe;
    private DateOnly? _archivesLe = horloge.Aujourdhui;
    private string? _archivesNumero;
    private DateOnly? _retireeLe = horloge.Aujourdhui;
    private string? _motifDeRetrait;

    /// <summary>La lettre dont on saisit l'avis.</summary>
    private enum Avis
    {
        Denonciation,
        Archives,
        MiseEnDemeure,
    }

    private IReadOnlyList<Option<int?>> MisesEnDemeure =>
        [
            .. Fiche!
                .MisesEnDemeure.Where(m => m.RegulariseeLe is null)
                .Select(m => new Option<int?>(
                    m.Numero,
                    $"Titre {m.Titre}, payable jusqu'au {Formats.DateCourte(m.DernierJourPourPayer)}"
                )),
        ];

    /// <summary>Ce que donnerait une remise le lendemain de l'envoi.</summary>
    private string Prevision =>
        _envoyeeLe is { } jour
            ? $"Si la lettre est remise le lendemain : {EnMinuscule(EffetDeDenonciation.Calculer(_auteur, jour.AddDays(1), Fiche!.Regles, _annonce).Phrase)}"
            : "Indiquez l'envoi de la lettre pour voir la date d'effet prévisible.";

    private static string EnMinuscule(string phrase) => char.ToLower(phrase[0], Francais.Culture) + phrase[1..];

    private async Task DenoncerAsync()
    {
        _erreurs = _envoyeeLe is null ? [new ErreurDeSaisie("envoyee-le", "Indiquez le jour de l'envoi de la lettre.")] : [];
        if (
            _erreurs.Count == 0
            && !await FaireAsync(
                new GesteDeConvention.Denoncer(
                    new NouvelleDenonciation(_auteur, _envoyeeLe!.Value, _numero, _annonce, _mise, _motif)
                ),
                "La dénonciation est enregistrée et la restitution des documents est ouverte. Enregistrez l'avis de réception dès son retour."
            )
        )
        {
            (_erreurs, Retour) = Saisies.Repartir(Retour!);
        }
    }

    protected override async Task ApresLectureAsync() =>
        _dettes = await lireDettes.ExecuterAsync(await ActeurCourant.LireAsync(), Convention);

    private Task<bool> JoindreAsync(FichierRecu fichier) =>
        AgirAsync(
            acteur => joindre.ExecuterAsync(acteur, Convention, Fiche!.Version, fichier),
            $"« {fichier.Nom} » est joint : le reçu est au dossier."
        );

    private async Task OuvrirAsync(Avis sur, int rang = 0)
    {
        (_sur, _rang, _issue, _presenteeLe, _remiseLe) = (sur, rang, IssueDuRecommande.Remis, null, null);
        await _avis!.OuvrirAsync();
    }

    private Task<bool> ConstaterAsync()
    {
        var avis = new AvisDeReception(_issue, _presenteeLe, _issue is IssueDuRecommande.Remis ? _remiseLe : null);
        return _sur switch
        {
            Avis.Archives => FaireAsync(new GesteDeConvention.ConstaterLesArchives(avis), "L'avis des archives est enregistré."),
            Avis.MiseEnDemeure => FaireAsync(
                new GesteDeConvention.ConstaterLaMiseEnDemeure(_rang, avis),
                "L'avis de la mise en demeure est enregistré : le délai de paiement court."
            ),
            Avis.Denonciation => FaireAsync(
                new GesteDeConvention.Notifier(avis),
                "L'avis est enregistré : la date d'effet est connue."
            ),
        };
    }

    private Task InformerLesArchivesAsync() =>
        ExigerJourAsync(
            _archivesLe,
            jour =>
                FaireAsync(
                    new GesteDeConvention.InformerLesArchives(jour, _archivesNumero),
                    "La lettre aux archives est enregistrée."
                )
        );

    private Task RetirerAsync() =>
        ExigerJourAsync(
            _retireeLe,
            jour =>
                FaireAsync(
                    new GesteDeConvention.RetirerLaDenonciation(jour, _motifDeRetrait),
                    "La dénonciation est retirée : la convention continue."
                )
        );

    private async Task ExigerJourAsync(DateOnly? jour, Func<DateOnly, Task<bool>> faire)
    {
        if (jour is { } donne)
        {
            await faire(donne);
        }
        else
        {
            Retour = Retour.Refus("Indiquez la date. Rien n'a été modifié.");
        }
    }
}
