using CdgMarches.App.Collectivites;
using CdgMarches.App.Courriels;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Groupements.Adhesions;

/// <summary>L'assistant qui ouvre un ou plusieurs dossiers d'adhésion, en quatre étapes gardées en brouillon.</summary>
public sealed partial class PageOuvrirDossiers(OuvrirDossiers ouvrir, HorlogeLegale horloge) : PageDeGroupement
{
    private static readonly string[] EtapesDeLAssistant = ["Qui entre", "Comment", "Prestations", "Récapitulatif"];

    private static readonly IReadOnlyList<Option<OrigineDAdhesion>> Origines =
    [
        new(OrigineDAdhesion.Invitation, OrigineDAdhesion.Invitation.Libelle()),
        new(OrigineDAdhesion.Demande, OrigineDAdhesion.Demande.Libelle()),
    ];

    private SaisieDeDossiers _saisie = new();
    private BrouillonAuto<SaisieDeDossiers>? _brouillon;
    private SuggestionDeCollectivite? _candidate;
    private EnvoiDeMasse? _envoi;
    private IReadOnlyList<AdmissionRefusee> _refus = [];
    private IReadOnlyList<DossierDAdhesionId> _ouverts = [];

    private IReadOnlyList<Lien> Etapes => [new("Adhésions", AdressesDesGroupements.Rubrique(Groupement, "adhesions"))];

    /// <summary>Ce qui empêche de passer à l'étape suivante ; nul si rien.</summary>
    private string? Raison =>
        _saisie switch
        {
            { Collectivites.Count: 0 } => "Choisissez au moins une collectivité.",
            { Etape: 1 } when Attendu is { EstRespectee: false } attendu => attendu.Message,
            _ => null,
        };

    private AttenduApresLOuverture Attendu => new(horloge.Aujourdhui, _saisie.Attendu);

    /// <summary>Celle qui ne peut pas entrer n'est pas retenue : on le dit aussitôt, avec la règle.</summary>
    private async Task AjouterAsync(SuggestionDeCollectivite? choisie)
    {
        (_candidate, _refus) = (null, []);
        if (choisie is null || _saisie.Collectivites.Exists(c => c.Id == choisie.Id.Valeur))
        {
            return;
        }

        var obstacles = await ouvrir.ExaminerAsync(await ActeurCourant.LireAsync(), Groupement, choisie.Id);
        if (obstacles.Count > 0)
        {
            _refus = [new AdmissionRefusee(choisie.Id, choisie.Nom, obstacles)];
            return;
        }

        _saisie.Collectivites.Add(new CollectiviteChoisie(choisie.Id.Valeur, choisie.Nom));
    }

    private void Cocher(Guid prestation, bool prise)
    {
        if (prise)
        {
            _saisie.Prestations.Add(prestation);
        }
        else
        {
            _saisie.Prestations.Remove(prestation);
        }
    }

    /// <summary>Sans courriel à relire, les dossiers s'ouvrent aussitôt.</summary>
    private Task DemanderAsync() => _saisie.Prevenir ? _envoi!.OuvrirAsync() : OuvrirAsync();

    private Task<BilanDOuverture> OuvrirAsync(Acteur acteur) =>
        ouvrir.ExecuterAsync(
            acteur,
            new DossiersAOuvrir(
                Groupement,
                [.. _saisie.Collectivites.Select(c => new CollectiviteId(c.Id))],
                _saisie.Origine,
                _saisie.Attendu,
                [.. _saisie.Prestations.Select(p => new PrestationId(p))],
                _saisie.Prevenir
            )
        );

    private async Task OuvrirAsync()
    {
        _refus = [];
        Retour = await Operation.ExecuterAsync(async () =>
        {
            var bilan = await OuvrirAsync(await ActeurCourant.LireAsync());
            (_refus, _ouverts) = (bilan.Refuses, bilan.Ouverts);
            return $"{Formats.Compter(bilan.Ouverts.Count, "dossier est ouvert", "dossiers sont ouverts")}"
                + (
                    bilan.Refuses.Count == 0
                        ? "."
                        : $" ; {Formats.Compter(bilan.Refuses.Count, "collectivité écartée", "collectivités écartées")}, voyez pourquoi."
                )
                + bilan.PhraseDuChoix;
        });
        if (Retour.Reussi && _ouverts.Count == 0)
        {
            Retour = Retour.Refus(
                "Aucun dossier n'est ouvert : voyez pourquoi chaque collectivité est écartée. Rien n'est parti."
            );
        }

        if (_ouverts.Count > 0 && _brouillon is not null)
        {
            await _brouillon.EffacerAsync();
        }
    }

    /// <summary>Une collectivité choisie, que le brouillon sait écrire et relire.</summary>
    public sealed record CollectiviteChoisie(Guid Id, string Nom);

    /// <summary>Ce que l'assistant garde en brouillon.</summary>
    public sealed class SaisieDeDossiers
    {
        public int Etape { get; set; }

        public List<CollectiviteChoisie> Collectivites { get; set; } = [];

        public OrigineDAdhesion Origine { get; set; }

        public DateOnly? Attendu { get; set; }

        public bool Prevenir { get; set; } = true;

        public HashSet<Guid> Prestations { get; set; } = [];
    }
}
