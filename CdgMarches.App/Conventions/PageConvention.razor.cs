using CdgMarches.App.Collectivites;
using CdgMarches.App.Socle.Composants;

namespace CdgMarches.App.Conventions;

/// <summary>La synthèse d'une convention : ses dates, ses actes, ses durées.</summary>
public sealed partial class PageConvention : PageDeConvention
{
    private const string TermeExamine = "Il est pris acte de la reconduction : l'échéance est accomplie.";

    private Confirmation? _abandon;
    private SaisieDActes _saisie = new();
    private SaisieDeRegles _regles = new();
    private string? _motif;
    private int _cle;
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];
    private IReadOnlyList<ErreurDeSaisie> _erreursDeRegles = [];

    private IReadOnlyList<(string Libelle, DateOnly? Jour, string? Precision)> Frise =>
        [
            ("Délibération de la collectivité", Fiche!.Actes.DelibereeLe, Fiche.Actes.NumeroDeDeliberation),
            ("Signature de la collectivité", Fiche.Actes.SigneeParLaCollectiviteLe, Fiche.Actes.SignataireDeLaCollectivite),
            ("Signature du CDG", Fiche.Actes.SigneeParLeCdgLe, Fiche.Actes.SignataireDuCdg),
            ("Date d'effet", Fiche.Actes.Effet, null),
        ];

    protected override Task ApresLectureAsync()
    {
        (_saisie, _regles) = (SaisieDActes.De(Fiche!.Actes), SaisieDeRegles.De(Fiche.Regles));
        _cle++;
        return Task.CompletedTask;
    }

    private async Task EnregistrerAsync()
    {
        _erreurs = [];
        if (!await FaireAsync(new GesteDeConvention.Dater(_saisie.Lire(), _saisie.Motif), "Les actes sont enregistrés."))
        {
            (_erreurs, Retour) = Saisies.Repartir(Retour!);
        }
    }

    private async Task EnregistrerLesReglesAsync()
    {
        _erreursDeRegles = _regles.Manques();
        if (
            _erreursDeRegles.Count == 0
            && !await FaireAsync(
                new GesteDeConvention.ChangerLesRegles(_regles.Lire()),
                "La durée et les délais sont enregistrés."
            )
        )
        {
            (_erreursDeRegles, Retour) = Saisies.Repartir(Retour!);
        }
    }

    private Task<bool> AbandonnerAsync() => FaireAsync(new GesteDeConvention.Abandonner(_motif), "La convention est abandonnée.");
}
