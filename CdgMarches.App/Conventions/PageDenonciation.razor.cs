using CdgMarches.App.Collectivites;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Conventions;

/// <summary>La dénonciation d'une convention, la lettre aux archives, la restitution et les mises en demeure.</summary>
public sealed partial class PageDenonciation(
    JoindreLeRecu joindre,
    LireDettes lireDettes,
    LireLettresDeConvention lireLettres,
    HorlogeLegale horloge
) : PageDeConvention
{
    private const string RestitutionOuverte = "La restitution des documents est ouverte.";

    private static readonly IReadOnlyList<Option<AuteurDeDenonciation>> Auteurs =
    [
        .. Enum.GetValues<AuteurDeDenonciation>().Select(a => new Option<AuteurDeDenonciation>(a, a.Libelle())),
    ];

    private IReadOnlyList<DetteDeLaConvention> _dettes = [];
    private LettresDeLaConvention _lettres = LettresDeLaConvention.Aucune;
    private SaisieDeLettre _lettre = new();
    private SaisieDeLettre _lettreAuxArchives = new();
    private SaisieDeLettre _lettreAInscrire = new();
    private (LettreDAcces Sorte, int? Numero) _aInscrire;
    private Confirmation? _inscription;
    private SaisieDeLettre _lettreARenvoyer = new();
    private (LettreDAcces Sorte, int? Numero) _aRenvoyer;
    private Confirmation? _renvoi;
    private DateOnly? _renvoyeeLe = horloge.Aujourdhui;
    private string? _renvoiNumero;
    private Confirmation? _archives;
    private Confirmation? _retrait;
    private Confirmation? _restitution;
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];
    private AuteurDeDenonciation _auteur;
    private int? _mise;
    private DateOnly? _envoyeeLe = horloge.Aujourdhui;
    private string? _numero;
    private DateOnly? _annonce;
    private string? _motif;
    private DateOnly? _archivesLe = horloge.Aujourdhui;
    private string? _archivesNumero;
    private DateOnly? _retireeLe = horloge.Aujourdhui;
    private string? _motifDeRetrait;

    /// <summary>Vrai quand le dernier jour est passé : il ne reste qu'à solder.</summary>
    private bool EstFinie => Fiche!.Etat is EtatDeConvention.Terminee;

    private string SansDenonciation =>
        Fiche!.PremierJour is null ? "La convention n'est pas encore conclue."
        : Fiche.DernierJour is { } terme ? $"La convention s'arrête à son terme, le {Formats.DateLongue(terme)}."
        : "La convention se reconduit tacitement.";

    private IReadOnlyList<CourrierDUneLettre> ARattacher => _lettres.ARattacher(Fiche!);

    private CourrierDUneLettre? CourrierDe(LettreDeLaFiche lettre) =>
        lettre.Courrier is { } id ? _lettres.Courriers.GetValueOrDefault(id) : null;

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
                    new NouvelleDenonciation(_auteur, _envoyeeLe!.Value, _numero, _annonce, _mise, _motif),
                    _lettre.Pli
                ),
                "La dénonciation est enregistrée, sa lettre est au registre des courriers et la restitution des documents est ouverte. Notez l'avis de réception au registre dès son retour."
            )
        )
        {
            (_erreurs, Retour) = Saisies.Repartir(Retour!);
        }
    }

    protected override async Task ApresLectureAsync()
    {
        var acteur = await ActeurCourant.LireAsync();
        _dettes = await lireDettes.ExecuterAsync(acteur, Convention);
        _lettres = await lireLettres.ExecuterAsync(acteur, Fiche!);
        if (_lettreAuxArchives.Nom is null)
        {
            _lettreAuxArchives = SaisieDeLettre.De(_lettres.Archives);
        }

        if (_lettre.Nom is null)
        {
            ProposerLeDestinataire();
        }
    }

    /// <summary>La collectivité écrit au CDG ; le CDG écrit à la collectivité.</summary>
    private void ProposerLeDestinataire() =>
        _lettre = SaisieDeLettre.De(_auteur is AuteurDeDenonciation.Collectivite ? _lettres.Cdg : _lettres.Collectivite);

    /// <summary>Le geste qui inscrit une lettre notée avant que le registre ne la suive ; aucun pour qui ne gère pas.</summary>
    private EventCallback Inscription(LettreDAcces lettre) =>
        Fiche!.PeutGerer ? EventCallback.Factory.Create(this, () => InscrireAsync(lettre, null)) : default;

    /// <summary>À qui cette lettre s'adresse, d'après le référentiel.</summary>
    private SaisieDeLettre Destinataire(LettreDAcces lettre) =>
        SaisieDeLettre.De(
            lettre switch
            {
                LettreDAcces.Archives => _lettres.Archives,
                LettreDAcces.Denonciation when Fiche!.DenonciationEnCours!.Auteur is AuteurDeDenonciation.Collectivite =>
                    _lettres.Cdg,
                _ => _lettres.Collectivite,
            }
        );

    private EventCallback Renvoi(LettreDAcces lettre) =>
        Fiche!.PeutGerer ? EventCallback.Factory.Create(this, () => RenvoyerAsync(lettre, null)) : default;

    private async Task RenvoyerAsync(LettreDAcces lettre, int? numero)
    {
        (_aRenvoyer, _lettreARenvoyer) = ((lettre, numero), Destinataire(lettre));
        await _renvoi!.OuvrirAsync();
        StateHasChanged();
    }

    private Task ConfirmerLeRenvoiAsync() =>
        ExigerJourAsync(
            _renvoyeeLe,
            jour =>
                FaireAsync(
                    new GesteDeConvention.RenvoyerLaLettre(
                        _aRenvoyer.Sorte,
                        _aRenvoyer.Numero,
                        jour,
                        _renvoiNumero,
                        _lettreARenvoyer.Pli
                    ),
                    "La nouvelle lettre est au registre des courriers ; la première y reste, revenue d'une adresse inconnue."
                )
        );

    private async Task InscrireAsync(LettreDAcces lettre, int? numero)
    {
        (_aInscrire, _lettreAInscrire) = ((lettre, numero), Destinataire(lettre));
        await _inscription!.OuvrirAsync();
        StateHasChanged();
    }

    private Task<bool> ConfirmerLInscriptionAsync() =>
        FaireAsync(
            new GesteDeConvention.InscrireLaLettre(_aInscrire.Sorte, _aInscrire.Numero, _lettreAInscrire.Pli),
            "La lettre est au registre des courriers : notez-y sa présentation et sa remise."
        );

    private Task<bool> JoindreAsync(FichierRecu fichier) =>
        AgirAsync(
            acteur => joindre.ExecuterAsync(acteur, Convention, Fiche!.Version, fichier),
            $"« {fichier.Nom} » est joint : le reçu est au dossier."
        );

    private Task InformerLesArchivesAsync() =>
        ExigerJourAsync(
            _archivesLe,
            jour =>
                FaireAsync(
                    new GesteDeConvention.InformerLesArchives(jour, _archivesNumero, _lettreAuxArchives.Pli),
                    "La lettre aux archives est enregistrée, et au registre des courriers."
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
