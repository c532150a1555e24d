using CdgMarches.App.Collectivites;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Groupements.Constitution;

/// <summary>La convention d'un groupement : ce qui l'a fait entrer en vigueur ou lui manque, ses parties, ses termes, son corpus.</summary>
public sealed partial class PageConvention(
    LireConvention lire,
    OuvrirConvention ouvrir,
    ModifierConvention modifier,
    AjouterDocumentOpposable ajouter,
    HorlogeLegale horloge
) : PageDeGroupement
{
    private static readonly IReadOnlyList<Option<GenreDeDocumentOpposable>> Genres =
    [
        .. Enum.GetValues<GenreDeDocumentOpposable>().Select(g => new Option<GenreDeDocumentOpposable>(g, g.Libelle())),
    ];

    private FicheConvention? _convention;
    private SaisieDeTermes _termes = new();
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];
    private PartieDeLaFiche? _partie;
    private SaisieDActe _acte = new();
    private DateOnly? _signee;
    private DateOnly? _transmise;
    private DateOnly? _publiee;
    private SuggestionDeCollectivite? _nouvelle;
    private string? _representant;
    private string? _qualite;
    private int _cleDePartie;
    private GenreDeDocumentOpposable _genre;
    private string? _document;
    private DateOnly? _du = horloge.Aujourdhui;

    private bool Modifiable => Fiche is { PeutGerer: true, Etat: not EtatDuGroupement.Clos };

    private IReadOnlyList<ActeDeLaFrise> Frise =>
        [
            new(
                "Dernière signature",
                _convention!.Parties.Count > 0 && _convention.Parties.All(p => p.SigneeLe is not null)
                    ? _convention.Parties.Max(p => p.SigneeLe)
                    : null,
                "RG1.12"
            ),
            new("Transmission", _convention.TransmiseLe, "RG1.12"),
            .. Fiche!.Regles.PublicationRequise
                ? [new ActeDeLaFrise("Publication", _convention.PublieeLe, "RG1.12")]
                : Array.Empty<ActeDeLaFrise>(),
            new("Entrée en vigueur", _convention.Vigueur.Le, "Convention, art. 2"),
        ];

    private string Terme =>
        (_convention!.Termes.Duree, _convention.Terme) switch
        {
            (DureeDeConvention.Indeterminee, _) => "Durée indéterminée",
            (_, { } terme) => $"{Formats.DateLongue(terme)} — {_convention.Termes.Duree.Libelle().ToLower(Francais.Culture)}",
            _ => "Jusqu'à l'échéance des marchés : aucun marché n'est encore enregistré, le terme ne peut pas être annoncé.",
        };

    private string Faits
    {
        get
        {
            var i = _convention!.Termes.Integration;
            return string.Join(
                ", ",
                new[]
                {
                    i.Signe ? "signe" : "ne signe pas",
                    i.Notifie ? "notifie" : "ne notifie pas",
                    i.Execute ? "exécute" : "n'exécute pas",
                    i.Paie ? "paie" : "ne paie pas : chaque membre paie sa part",
                }
            );
        }
    }

    protected override async Task ApresLectureAsync()
    {
        await RelireAsync();
        if (Fiche is not null)
        {
            _termes = _convention is null ? SaisieDeTermes.De(Fiche) : SaisieDeTermes.De(_convention.Termes);
        }
    }

    private async Task RelireAsync()
    {
        _convention = Fiche is null ? null : await lire.ExecuterAsync(await ActeurCourant.LireAsync(), Groupement);
        (_transmise, _publiee) = (_convention?.TransmiseLe, _convention?.PublieeLe);
    }

    private async Task OuvrirAsync()
    {
        if (LireTermes() is { } termes)
        {
            await FaireAsync(acteur => ouvrir.ExecuterAsync(acteur, Groupement, termes), "La convention est ouverte.");
        }
    }

    private async Task CorrigerAsync()
    {
        if (LireTermes() is { } termes)
        {
            await ChangerAsync(new ChangementDeConvention.TermesCorriges(termes), "Les termes sont enregistrés.");
        }
    }

    private TermesDeConvention? LireTermes()
    {
        var termes = _termes.Lire();
        _erreurs =
        [
            .. termes.Examiner().Obstacles.Where(o => o.Champ is not null).Select(o => new ErreurDeSaisie(o.Champ!, o.Message)),
        ];
        return _erreurs.Count == 0 ? termes : null;
    }

    private void Editer(PartieDeLaFiche partie) =>
        (_partie, _acte, _signee) = (partie, SaisieDActe.De(partie.Deliberation), partie.SigneeLe);

    private async Task DaterPartieAsync()
    {
        if (
            await ChangerAsync(
                new ChangementDeConvention.ActesDeLaPartie(_partie!.Collectivite, _acte.Lire(), _signee),
                $"Les actes de {_partie.Nom} sont enregistrés."
            )
        )
        {
            _partie = null;
        }
    }

    private Task<bool> DaterFormalitesAsync() =>
        ChangerAsync(
            new ChangementDeConvention.Formalites(_transmise, _publiee),
            "Les formalités de la convention sont enregistrées."
        );

    private async Task AjouterPartieAsync()
    {
        if (_nouvelle is not { } partie)
        {
            Retour = Retour.Refus("Choisissez la collectivité. Rien n'a été modifié.");
            return;
        }

        if (
            await ChangerAsync(
                new ChangementDeConvention.NouvellePartie(partie.Id, _representant, _qualite),
                $"{partie.Nom} est partie à la convention."
            )
        )
        {
            (_nouvelle, _representant, _qualite, _cleDePartie) = (null, null, null, _cleDePartie + 1);
        }
    }

    private Task<bool> RetirerAsync(PartieDeLaFiche partie) =>
        ChangerAsync(
            new ChangementDeConvention.PartieOtee(partie.Collectivite),
            $"{partie.Nom} n'est plus partie à la convention."
        );

    private async Task DeposerAsync(FichierRecu fichier)
    {
        if (_du is not { } du)
        {
            Retour = Retour.Refus("Indiquez le jour à compter duquel le document vaut. Rien n'a été gardé.");
            return;
        }

        await FaireAsync(
            async acteur =>
            {
                await using var contenu = File.OpenRead(fichier.Chemin);
                await ajouter.ExecuterAsync(
                    acteur,
                    Groupement,
                    _convention!.Version,
                    _genre,
                    _document ?? fichier.Nom,
                    du,
                    contenu,
                    fichier.Nom
                );
            },
            "Le document est au corpus."
        );
    }

    private Task<bool> ChangerAsync(ChangementDeConvention changement, string succes) =>
        FaireAsync(acteur => modifier.ExecuterAsync(acteur, Groupement, _convention!.Version, changement), succes);

    private async Task<bool> FaireAsync(Func<Acteur, Task> action, string succes)
    {
        var fait = await AgirAsync(action, succes);
        if (fait)
        {
            await RelireAsync();
        }

        return fait;
    }

    private static string Dire(string texte) => texte.Length == 0 ? Formats.Absent : texte;
}
